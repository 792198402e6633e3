// A file dropped anywhere on <form data-drop> is chosen and sent, as if it had been picked.
for (const form of document.querySelectorAll("form[data-drop]")) {
  const chooser = form.querySelector('input[type="file"]');
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      if (!event.dataTransfer.types.includes("Files")) return; // dragged text goes into the text field
      event.preventDefault();
      form.classList.add("is-over");
    });
  }
  for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => form.classList.remove("is-over"));
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    chooser.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}
