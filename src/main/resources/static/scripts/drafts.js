/*
 * Drafts: what a person types into a form is kept in this browser until the server has accepted the form, and shown
 * again when its page comes back. Kept by account, by the address that the form is sent to (or whose acceptance ends the draft,
 * data-draft-until), and by tab: a tab shows its own draft, a new one the latest of any. Passwords, files, hidden fields, ticks
 * that a form asks for (consent is given anew) and those of rows outside it are never kept.
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

    /** This tab's own draft of a form, by an id that the tab keeps. */
    const newId = form => {
        const id = Math.random().toString(36).slice(2);
        return attempt(() => (sessionStorage.setItem(form, id), id)) ?? "";
    };
    const ownKey = form => `${form}\t${attempt(() => sessionStorage.getItem(form)) ?? newId(form)}`;

    const isText = field => field.tagName === "TEXTAREA" || (field.tagName === "INPUT" && typed.includes(field.type));
    const isKept = field =>
        field.name !== "" && !field.disabled && !field.readOnly && !/password|one-time-code/.test(field.autocomplete)
        && (isText(field) || field.tagName === "SELECT" || field.type === "radio" || isTick(field));
    const isTick = field => field.type === "checkbox" && !field.required && field.form.contains(field);
    const isChecked = field => field.type === "radio" || field.type === "checkbox";
    const fields = form => [...form.elements].filter(isKept);
    const holds = form =>
        form.method === "post" && form.dataset.draft !== "off" && fields(form).some(isText)
        && ![...form.elements].some(field => field.type === "password");

    const address = form => new URL(form.getAttribute("action") || location.href, location.href).pathname;
    const sending = () => attempt(() => JSON.parse(sessionStorage.getItem(sendingKey)));
    const keepSending = what => attempt(() => sessionStorage.setItem(sendingKey, JSON.stringify(what)));

    /** Of the drafts of one form in all tabs; before there were tabs it was the draft's own key. */
    const formOf = key => key.split("\t")[0];
    const draftsOf = key => keys().filter(one => formOf(one) === formOf(key)).map(one => ({...read(one), key: one}));
    const isSame = (one, other) => {
        const [these, those] = [one, other].map(values => JSON.stringify(Object.entries(values ?? {}).sort()));
        return these === those;
    };

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
        const until = form.dataset.draftUntil ?? address(form);
        return ownKey(`${prefix}${JSON.stringify(account)} ${until} ${about}`);
    };

    /** Fields by name; of several with one name by their order too. */
    const named = form => {
        const seen = {};
        return fields(form).map(field => {
            const nth = isChecked(field) ? field.value : (seen[field.name] = (seen[field.name] ?? -1) + 1);
            return [`${field.name} ${nth}`, field];
        });
    };
    /** Hidden fields with the zone of a time that is typed: kept with it, since the reader may set another. */
    const zonesIn = (form, values) =>
        [...form.querySelectorAll("input[type=hidden][data-zone-of]")].filter(zone => `${zone.dataset.zoneOf} 0` in values);
    const putZone = (zone, name) => {
        const field = zone.form.elements[zone.dataset.zoneOf];
        zone.dataset.given ??= zone.value;
        field.labels.forEach(label => label.textContent = label.textContent.replace(zone.value, name));
        field.dataset.zone = name;
        zone.value = name;
    };

    const valueOf = field => isChecked(field) ? field.checked : field.value;
    const givenOf = field =>
        isChecked(field) ? field.defaultChecked
            : field.tagName === "SELECT"
                ? ([...field.options].find(option => option.defaultSelected) ?? field.options[0])?.value ?? ""
                : field.defaultValue;

    const save = form => {
        const key = keyOf(form);
        if (key === null) {
            return;
        }
        const other = shown.get(form);
        const own = read(key);
        const before = (own ?? other)?.values ?? {};
        const values = {...before};
        for (const [name, field] of named(form)) {
            if (name in before || valueOf(field) !== givenOf(field)) {
                values[name] = valueOf(field);
            }
        }
        zonesIn(form, values).forEach(zone => values[`${zone.name} 0`] = zone.value);
        const draft = JSON.stringify({at: Date.now(), values});
        if (isSame(values, own?.values) || draft.length > maxLength) {
            return;
        }
        const older = keys().filter(one => one !== key).sort((one, other) => (read(one)?.at ?? 0) - (read(other)?.at ?? 0));
        older.splice(0, Math.max(0, older.length + 1 - maxDrafts)).forEach(drop);
        while (!attempt(() => (localStorage.setItem(key, draft), true)) && older.length > 0) {
            drop(older.shift());
        }
        shown.delete(form);
        if (other && read(other.key)?.at === other.at) {
            take(other.key);
        }
    };

    /** By form, the draft of another tab that it shows, as long as nothing was typed into it here. */
    const shown = new Map();
    const typedHere = new WeakSet();

    /** The draft goes on in this tab. Its own, if it is still open, hears of that and keeps it. */
    const take = key => {
        attempt(() => localStorage.setItem(key, "taken"));
        drop(key);
    };

    /** Another tab wrote this one's draft: it took it, or is a copy of this tab. This one goes on under a new id. */
    const written = event => {
        const form = [...document.forms].find(one => holds(one) && keyOf(one) === event.key);
        if (event.newValue === null || !form) {
            return;
        }
        newId(formOf(event.key));
        const before = sending();
        if (before?.key === event.key) {
            keepSending({...before, key: ownKey(formOf(event.key))});
        }
        if (event.newValue === "taken") {
            attempt(() => localStorage.setItem(keyOf(form), event.oldValue));
        } else if (typedHere.has(form)) {
            save(form);
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
    let putting = false;
    const later = event => {
        const form = event.target.form;
        if (form && !putting && isKept(event.target) && holds(form)) {
            typedHere.add(form);
            clearTimeout(changed.get(form));
            changed.set(form, setTimeout(() => {
                changed.delete(form);
                save(form);
            }, 300));
        }
    };

    /** Nor does this tab show what others have typed before. */
    const discard = form => {
        clearTimeout(changed.get(form));
        changed.delete(form);
        const other = shown.get(form);
        shown.delete(form);
        if (other) {
            take(other.key);
        }
        attempt(() => localStorage.setItem(keyOf(form), JSON.stringify({at: Date.now(), values: {}})));
        form.querySelectorAll("[data-zone-of][data-given]").forEach(zone => putZone(zone, zone.dataset.given));
        put(named(form).map(([, field]) => [field, givenOf(field)]));
    };

    const notice = (form, at, first) => {
        const when = new Date(at);
        const timeZone = script.dataset.zone;
        const exact = instant => instant.toLocaleString("sv", {timeZone}); // 2026-03-02 18:30:00
        const [day, clock] = exact(when).split(" ");
        const minute = clock.slice(0, 5);
        const time = document.createElement("time");
        time.dateTime = when.toISOString();
        time.title = `${exact(when)} ${timeZone}`;
        time.textContent = exact(new Date()).startsWith(day) ? minute : `${day} ${minute}`;
        const [ahead, behind] = script.dataset.restored.split("{0}");
        const button = document.createElement("button");
        button.type = "button";
        button.className = "quiet";
        button.textContent = script.dataset.discard;
        const line = document.createElement("p");
        line.className = "restored";
        line.setAttribute("role", "status");
        line.append(ahead, time, behind, " · ", button);
        button.addEventListener("click", () => {
            discard(form);
            line.remove();
            first.focus();
        });
        (first.closest(".field") ?? first.closest("fieldset") ?? first).before(line);
        const closed = first.closest("details:not([open])");
        if (closed) {
            closed.open = true;
        }
    };

    /** And tells the other scripts of the page, once they are there, as if it had been typed. */
    const put = values => {
        for (const [field, value] of values) {
            field[isChecked(field) ? "checked" : "value"] = value;
        }
        const tell = () => {
            putting = true;
            values.forEach(([field]) => field.dispatchEvent(new Event("change", {bubbles: true})));
            putting = false;
        };
        if (document.readyState === "complete") {
            tell();
        } else {
            addEventListener("load", tell, {once: true});
        }
    };

    const seen = new WeakSet();
    const restore = form => {
        const key = keyOf(form);
        if (key === null || form.dataset.again !== undefined || seen.has(form)) {
            return;
        }
        seen.add(form);
        const holdsAny = draft => Object.keys(draft.values ?? {}).length > 0;
        const all = draftsOf(key).filter(draft => draft.key === key || holdsAny(draft));
        const own = all.find(draft => draft.key === key && holdsAny(draft));
        const draft = own ?? all.sort((one, other) => other.at - one.at)[0];
        const lost = named(form).filter(([name, field]) => draft?.values && name in draft.values && valueOf(field) !== draft.values[name]);
        if (lost.length === 0) {
            return;
        }
        zonesIn(form, draft.values).forEach(zone => putZone(zone, draft.values[`${zone.name} 0`] ?? zone.value));
        put(lost.map(([name, field]) => [field, draft.values[name]]));
        if (draft.key !== key) {
            shown.set(form, draft);
        }
        notice(form, draft.at, lost.map(([, field]) => field).find(isText) ?? lost[0][1]);
    };
    const restoreIn = part => [...document.forms].filter(form => part.contains(form) && holds(form)).forEach(restore);

    const sent = event => {
        const form = event.target;
        if (form.method === "post" && address(form) === "/logout") {
            ofAccount(account).forEach(drop); // on a computer that others use too; a session that expires keeps them
        } else if (holds(form)) {
            flush();
            save(form);
            const key = keyOf(form);
            const values = key === null ? undefined : read(key)?.values;
            keepSending({action: address(form), key, values});
        }
    };

    /** What was sent is kept no longer, in whichever tab; what another tab has typed since is. */
    const accept = ({key, values}) => {
        if (key) {
            draftsOf(key).filter(draft => isSame(draft.values, values)).forEach(draft => drop(draft.key));
        }
        attempt(() => sessionStorage.removeItem(sendingKey));
    };

    if (accepted !== "" && sending()?.action === accepted) {
        accept(sending());
    }
    keys().filter(key => !(Date.now() - (read(key)?.at ?? 0) < maxAge)).forEach(drop);
    restoreIn(document);
    document.addEventListener("htmx:load", event => restoreIn(event.target));
    document.addEventListener("htmx:beforeSwap", flush);
    addEventListener("storage", written);
    document.addEventListener("input", later);
    document.addEventListener("change", later);
    document.addEventListener("submit", sent);
    addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", flush);
})();
