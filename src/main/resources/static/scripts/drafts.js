/*
 * Drafts: what a person types into a form is kept in this browser until the server has accepted the form, and shown
 * again when its page comes back. Kept by account and by the address that the form is sent to. Passwords, files, ticks and
 * hidden fields are never kept.
 */
(() => {
    const script = document.currentScript;
    const prefix = "hourglass.draft ";
    const sendingKey = "hourglass.sending";
    const maxAge = 14 * 24 * 3600 * 1000;
    const maxLength = 100000;
    const maxDrafts = 50;
    const typed = ["text", "search", "email", "url", "tel", "number", "date", "datetime-local", "month", "time", "week"];
    const meta = name => document.querySelector(`meta[name="${name}"]`)?.content ?? "";
    const account = meta("account");
    const accepted = meta("accepted");

    /** Without storage, or where it is full, pages work as they do without drafts. */
    const attempt = action => {
        try {
            return action();
        } catch {
            return undefined;
        }
    };
    const read = key => attempt(() => JSON.parse(localStorage.getItem(key)));
    const drop = key => attempt(() => localStorage.removeItem(key));
    const keys = () => attempt(() => Object.keys(localStorage).filter(key => key.startsWith(prefix))) ?? [];
    const ofAccount = name => keys().filter(key => key.startsWith(prefix + JSON.stringify(name) + " "));

    const isText = field => field.tagName === "TEXTAREA" || (field.tagName === "INPUT" && typed.includes(field.type));
    const isKept = field =>
        field.name !== "" && !field.disabled && !field.readOnly && !/password|one-time-code/.test(field.autocomplete)
        && (isText(field) || field.tagName === "SELECT" || field.type === "radio");
    const fields = form => [...form.elements].filter(isKept);
    const holds = form =>
        form.method === "post" && form.dataset.draft !== "off" && fields(form).some(isText)
        && ![...form.elements].some(field => field.type === "password");

    const address = form => new URL(form.getAttribute("action") || location.href, location.href).pathname;
    const sending = () => attempt(() => JSON.parse(sessionStorage.getItem(sendingKey)));

    /** A form that shows again what was sent goes on with the draft of the form that sent it. */
    const keyOf = form => {
        const before = sending();
        if (form.dataset.again !== undefined && before?.action === address(form)) {
            return before.key;
        }
        if (account === "") {
            return null;
        }
        const about = form.dataset.draft ? form.elements[form.dataset.draft]?.value ?? "" : "";
        return prefix + JSON.stringify(account) + " " + address(form) + " " + about;
    };

    /** Fields by name; of several with one name by their order too. */
    const named = form => {
        const seen = {};
        return fields(form).map(field => {
            const radio = field.type === "radio";
            const nth = radio ? field.value : (seen[field.name] = (seen[field.name] ?? -1) + 1);
            return [`${field.name} ${nth}`, field];
        });
    };
    const valueOf = field => field.type === "radio" ? field.checked : field.value;
    const givenOf = field =>
        field.type === "radio" ? field.defaultChecked
            : field.tagName === "SELECT"
                ? ([...field.options].find(option => option.defaultSelected) ?? field.options[0])?.value ?? ""
                : field.defaultValue;

    const save = form => {
        const key = keyOf(form);
        if (key === null) {
            return;
        }
        const before = read(key)?.values ?? {};
        const values = {};
        for (const [name, field] of named(form)) {
            if (name in before || valueOf(field) !== givenOf(field)) {
                values[name] = valueOf(field);
            }
        }
        const draft = JSON.stringify({at: Date.now(), values});
        if (Object.keys(values).length === 0 || draft.length > maxLength) {
            return;
        }
        const older = keys().filter(one => one !== key).sort((one, other) => (read(one)?.at ?? 0) - (read(other)?.at ?? 0));
        older.splice(0, Math.max(0, older.length + 1 - maxDrafts)).forEach(drop);
        while (!attempt(() => (localStorage.setItem(key, draft), true)) && older.length > 0) {
            drop(older.shift());
        }
    };

    const changed = new Map();
    const flush = () => {
        for (const [form, timer] of changed) {
            clearTimeout(timer);
            save(form);
        }
        changed.clear();
    };
    const later = event => {
        const form = event.target.form;
        if (form && isKept(event.target) && holds(form)) {
            clearTimeout(changed.get(form));
            changed.set(form, setTimeout(() => {
                changed.delete(form);
                save(form);
            }, 300));
        }
    };

    const notice = (form, key, at, first) => {
        const when = new Date(at);
        const language = document.documentElement.lang;
        const timeZone = script.dataset.zone;
        const dayOf = instant => instant.toLocaleDateString("en", {timeZone});
        const today = dayOf(when) === dayOf(new Date());
        const time = document.createElement("time");
        time.dateTime = when.toISOString();
        time.title = when.toLocaleString(language, {timeZone, timeZoneName: "short"});
        time.textContent = today
            ? when.toLocaleTimeString(language, {timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23"})
            : when.toLocaleString(language, {timeZone, dateStyle: "medium", timeStyle: "short", hourCycle: "h23"});
        const [ahead, behind] = script.dataset.restored.split("{0}");
        const discard = document.createElement("button");
        discard.type = "button";
        discard.className = "quiet";
        discard.textContent = script.dataset.discard;
        const line = document.createElement("p");
        line.className = "restored";
        line.setAttribute("role", "status");
        line.append(ahead, time, behind, " · ", discard);
        discard.addEventListener("click", () => {
            clearTimeout(changed.get(form));
            changed.delete(form);
            drop(key);
            named(form).forEach(([, field]) => put(field, givenOf(field)));
            line.remove();
            first.focus();
        });
        (first.closest(".field") ?? first).before(line);
        const closed = first.closest("details:not([open])");
        if (closed) {
            closed.open = true;
        }
    };
    const put = (field, value) => {
        if (field.type === "radio") {
            field.checked = value;
        } else {
            field.value = value;
        }
    };

    const restore = form => {
        const key = keyOf(form);
        const draft = key === null ? null : read(key);
        if (!draft?.values || form.dataset.again !== undefined) {
            return;
        }
        const lost = named(form).filter(([name, field]) => name in draft.values && valueOf(field) !== draft.values[name]);
        lost.forEach(([name, field]) => put(field, draft.values[name]));
        const first = lost.map(([, field]) => field).find(isText) ?? lost[0]?.[1];
        if (first) {
            notice(form, key, draft.at, first);
        }
    };

    const sent = event => {
        const form = event.target;
        if (form.method === "post" && address(form) === "/logout") {
            ofAccount(account).forEach(drop); // on a computer that others use too; a session that expires keeps them
        } else if (holds(form)) {
            flush();
            const key = keyOf(form);
            attempt(() => sessionStorage.setItem(sendingKey, JSON.stringify({action: address(form), key})));
        }
    };

    if (accepted !== "" && sending()?.action === accepted) {
        drop(sending().key);
        attempt(() => sessionStorage.removeItem(sendingKey));
    }
    keys().filter(key => !(Date.now() - (read(key)?.at ?? 0) < maxAge)).forEach(drop);
    [...document.forms].filter(holds).forEach(restore);
    document.addEventListener("input", later);
    document.addEventListener("change", later);
    document.addEventListener("submit", sent);
    addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", flush);
})();
