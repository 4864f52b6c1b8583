// A field offers what the address in data-suggest finds for what is typed in it.
document.querySelectorAll("input[data-suggest]").forEach(field => {
    let waiting;
    let asked = "";
    field.addEventListener("input", () => {
        clearTimeout(waiting);
        waiting = setTimeout(async () => {
            const typed = field.value.trim();
            if (!typed || typed === asked) {
                return;
            }
            asked = typed;
            const answer = await fetch(field.dataset.suggest + "?q=" + encodeURIComponent(typed)).catch(() => null);
            if (answer && answer.ok && !answer.redirected && asked === typed) {
                const found = new DOMParser().parseFromString("<datalist>" + await answer.text() + "</datalist>", "text/html");
                field.list.replaceChildren(...found.querySelectorAll("option"));
            }
        }, 150);
    });
});
