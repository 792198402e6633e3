// Presets a time zone nobody chose yet with the browser's own.
for (const select of document.querySelectorAll("select[data-preset-timezone]")) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...select.options].some((option) => option.value === zone)) select.value = zone;
}
