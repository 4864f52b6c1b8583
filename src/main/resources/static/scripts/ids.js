/* A button beside each id that is shown in part: it copies the whole. */
(() => {
    const script = document.currentScript;
    const copied = async (id, shown) => {
        if (navigator.clipboard && isSecureContext) {
            await navigator.clipboard.writeText(id);
            return;
        }
        getSelection().selectAllChildren(shown); // elsewhere the browser copies what is selected
        document.execCommand("copy");
    };
    const add = () => {
        for (const shown of document.querySelectorAll("[data-id]:not([data-copied])")) {
            shown.dataset.copied = "";
            const button = document.createElement("button");
            button.type = "button";
            button.className = "copy";
            button.textContent = script.dataset.short;
            button.title = script.dataset.copy;
            button.setAttribute("aria-label", `${script.dataset.copy}: ${shown.dataset.id}`);
            button.addEventListener("click", async () => {
                await copied(shown.dataset.id, shown);
                button.textContent = script.dataset.done;
                button.setAttribute("aria-label", script.dataset.done);
                setTimeout(() => {
                    button.textContent = script.dataset.short;
                    button.setAttribute("aria-label", `${script.dataset.copy}: ${shown.dataset.id}`);
                }, 2000);
            });
            shown.after(button);
        }
    };
    add();
    document.addEventListener("htmx:afterSettle", add);
})();
