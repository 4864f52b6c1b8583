/* Keeps what stands behind a field of a date as the field is: the chosen day in the page's language. */
(() => {
    const language = document.documentElement.lang || "en";
    const part = (date, options) => new Intl.DateTimeFormat(language, {timeZone: "UTC", ...options}).format(date);
    const tokens = {
        uuuu: date => String(date.getUTCFullYear()),
        MMM: date => part(date, {month: "short"}),
        M: date => String(date.getUTCMonth() + 1),
        d: date => String(date.getUTCDate()),
        EEEE: date => part(date, {weekday: "long"})
    };

    const said = (value, form, zone) => {
        const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T([\d:.]+))?$/.exec(value) ?? [];
        const date = new Date(`${day}T00:00:00Z`);
        if (!day || Number.isNaN(date.getTime())) {
            return "";
        }
        const shown = form.replace(/uuuu|MMM|M|d|EEEE/g, token => tokens[token](date));
        return [time ? `${shown} ${time}` : shown, zone].filter(Boolean).join(" · ");
    };

    const tell = output => {
        const field = document.getElementById(output.htmlFor.toString());
        const zone = field && (document.querySelector(`[data-zone-of="${field.id}"]`)?.value || field.dataset.zone);
        const text = field ? said(field.value, output.dataset.form, zone) : "";
        if (field && output.textContent !== text) {
            output.textContent = text;
        }
    };
    const all = () => document.querySelectorAll("output.date").forEach(tell);

    document.addEventListener("input", all);
    document.addEventListener("change", all);
    document.addEventListener("reset", () => setTimeout(all));
    document.addEventListener("click", () => setTimeout(all)); // what was restored may be discarded
    addEventListener("pageshow", () => setTimeout(all));
    document.addEventListener("htmx:afterSwap", all);
    all();
})();
