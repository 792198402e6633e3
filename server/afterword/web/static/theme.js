// Tells Bootstrap's components which colours the system asks for. A classic script in the head, so that a
// dark page never flashes white; without it afterword.css still follows the system by light-dark().
{
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => { document.documentElement.dataset.bsTheme = dark.matches ? "dark" : "light"; };
  dark.addEventListener("change", follow);
  follow();
}
