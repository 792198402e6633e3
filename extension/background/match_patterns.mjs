// The part of the browsers' match patterns that the manifest uses: scheme://host/path with * in host and path.

/**
 * Whether a manifest pattern covers this address. A port in the address is ignored, as Firefox does.
 * @param {string} pattern
 * @param {string} address
 */
export function covers(pattern, address) {
  const [, scheme, host, path] = /^(\*|[a-z]+):\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
  if (!scheme || !URL.canParse(address)) return false;
  const url = new URL(address);
  const schemeFits = scheme === "*" ? ["http:", "https:"].includes(url.protocol) : url.protocol === `${scheme}:`;
  return schemeFits && hostFits(host, url.hostname) && wildcard(path).test(url.pathname + url.search);
}

/** @param {string} pattern @param {string} hostname */
function hostFits(pattern, hostname) {
  if (pattern === "*") return true;
  if (!pattern.startsWith("*.")) return pattern === hostname;
  const base = pattern.slice(2);
  return hostname === base || hostname.endsWith(`.${base}`);
}

/** @param {string} path */
function wildcard(path) {
  const parts = path.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}
