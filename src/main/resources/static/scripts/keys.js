/*
 * Keys: / to search, j and k through the rows of the list, r to the reply, Ctrl+Enter to send, ? for help. Those of a
 * single character are silent while somebody types, with other modifiers, and once they are switched off (WCAG 2.1.4).
 */
(() => {
    const help = document.getElementById("keys");
    const stored = "hourglass.keys";
    const isOff = () => {
        try {
            return localStorage.getItem(stored) === "off";
        } catch {
            return false;
        }
    };
    const isShown = element => element.checkVisibility?.() ?? element.offsetParent !== null;
    const isTyping = target =>
        target.isContentEditable
        || ["TEXTAREA", "SELECT"].includes(target.tagName)
        || (target.tagName === "INPUT" && !["checkbox", "radio", "button", "submit", "reset"].includes(target.type));
    const focus = element => {
        element.focus();
        element.scrollIntoView({block: "nearest"});
    };

    const rows = () =>
        [...document.querySelectorAll("main tbody > tr, main ol > li")]
            .filter(row => isShown(row) && row.querySelector("a[href]"));
    const rowOfFocus = all => all.findIndex(row => row.contains(document.activeElement));
    const step = by => {
        const all = rows();
        const here = rowOfFocus(all);
        const next = all[here < 0 ? (by > 0 ? 0 : all.length - 1) : here + by];
        if (next) {
            focus(next.querySelector("a[href]"));
        }
        return all.length > 0;
    };
    const search = () => {
        const box = document.getElementById("search");
        if (box) {
            focus(box);
            box.select?.();
        }
        return box !== null;
    };
    const reply = () => {
        const all = rows();
        const place = all[rowOfFocus(all)] ?? document;
        const box = place.querySelector("form[action*='/replies'] textarea");
        if (box) {
            const closed = box.closest("details:not([open])");
            if (closed) {
                closed.open = true;
            }
            focus(box);
        }
        return box !== null;
    };
    const explain = () => {
        help?.showModal();
        return help !== null;
    };
    const actions = {"/": search, "j": () => step(1), "k": () => step(-1), "r": reply, "?": explain};

    /** What one has to choose between is not sent by a key: the choice gets the focus. */
    const send = target => {
        const form = target.form;
        const buttons = form ? [...form.elements].filter(one => one.type === "submit" && !one.disabled) : [];
        if (buttons.length === 1) {
            form.requestSubmit(buttons[0]);
        } else if (buttons.length > 1) {
            focus(buttons[0]);
        }
        return buttons.length > 0;
    };

    document.addEventListener("keydown", event => {
        if (event.defaultPrevented || event.isComposing || event.altKey || document.querySelector("dialog[open]")) {
            return;
        }
        const command = event.ctrlKey || event.metaKey;
        const typing = isTyping(event.target);
        const done = command
            ? event.key === "Enter" && !event.shiftKey && typing && send(event.target)
            : !typing && !isOff() && Object.hasOwn(actions, event.key) && actions[event.key]();
        if (done) {
            event.preventDefault();
        }
    });

    const on = document.querySelector("#keys [name=on]");
    if (on) {
        on.checked = !isOff();
        on.addEventListener("change", () => {
            try {
                localStorage.setItem(stored, on.checked ? "on" : "off");
            } catch {
                on.checked = true;
            }
        });
    }
    document.querySelectorAll("[data-opens=keys]").forEach(button => {
        button.hidden = false;
        button.addEventListener("click", explain);
    });
})();
