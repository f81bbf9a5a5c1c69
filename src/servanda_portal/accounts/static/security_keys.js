// Shows what needs a script only where one runs, and says in words when a key failed.
for (const form of document.querySelectorAll("form.scripted")) form.hidden = false;
document.addEventListener("allauth.error", (failure) => {
  failure.preventDefault();
  document.getElementById("key_failed").hidden = false;
});
