/*
 * A tab on each process instance in Cockpit: what Hourglass knows of the inquiry or consultation behind it. Our own page for it is asked
 * for, in the session of whoever looks, and its part #told is shown as it is.
 */
const language = navigator.language.startsWith('zh') ? 'zh' : 'en';
const WORDS = {
    en: {label: 'Case', failed: 'The case could not be read: '},
    zh: {label: '事项', failed: '无法读取事项：'}
};
const words = WORDS[language];

async function answer(address, type) {
    const answered = await fetch(address, {headers: {Accept: type, 'Accept-Language': language}});
    if (!answered.ok) {
        throw new Error(answered.status + ' ' + answered.statusText);
    }
    return answered;
}

async function tell(place, api, id) {
    const found = await answer(api.engineApi + '/process-instance/' + encodeURIComponent(id), 'application/json');
    const process = await found.json();
    const asked = new URLSearchParams({
        process: process.definitionKey || process.definitionId.split(':')[0], key: process.businessKey || ''
    });
    const page = await answer('/operations/cockpit?' + asked, 'text/html');
    const told = new DOMParser().parseFromString(await page.text(), 'text/html').getElementById('told');
    if (!told) {
        throw new Error(page.url); // the login, once the session is over
    }
    for (const table of told.querySelectorAll('table')) {
        table.classList.add('cam-table');
    }
    place.append(document.importNode(told, true));
}

export default {
    id: 'hourglass-inquiry',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 50,
    properties: {label: words.label},
    render(node, {api, processInstanceId}) {
        const place = document.createElement('div');
        place.className = 'hourglass-inquiry';
        node.append(place);
        tell(place, api, processInstanceId).catch(failure => {
            const notice = document.createElement('p');
            notice.textContent = words.failed + failure.message;
            notice.setAttribute('role', 'alert');
            place.append(notice);
        });
    },
    unmount() {}
};
