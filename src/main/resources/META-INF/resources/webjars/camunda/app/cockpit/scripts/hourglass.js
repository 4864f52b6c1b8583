/*
 * A tab on each process instance in Cockpit: what Hourglass knows of the inquiry behind it, read from our own API by the
 * business key. Every value is set as text.
 */
const WORDS = {
    en: {
        label: 'Inquiry', inquiry: 'Inquiry', supplier: 'Supplier', buyer: 'Buyer', category: 'Category',
        receivedAt: 'Received', state: 'Verdict', replyDeadline: 'Reply deadline', windowCloses: 'Reject and report until',
        offerExpires: 'Offer expires', booksClose: 'Books close', facts: 'Facts', kind: 'Fact', author: 'Author',
        occurredAt: 'Occurred', recordedAt: 'Learned of', trace: 'Trace', map: 'Process map', desk: 'Operations',
        none: 'This process is not about one inquiry.', failed: 'The inquiry could not be read: '
    },
    zh: {
        label: '询盘', inquiry: '询盘', supplier: '供应商', buyer: '买家', category: '类目',
        receivedAt: '收到', state: '判定', replyDeadline: '回复期限', windowCloses: '退回与举报截止',
        offerExpires: '推荐截止', booksClose: '关账', facts: '事实', kind: '事实', author: '作者',
        occurredAt: '发生', recordedAt: '获知', trace: '全程记录', map: '流程图', desk: '运营',
        none: '该流程与单个询盘无关。', failed: '无法读取询盘：'
    }
};
const language = navigator.language.startsWith('zh') ? 'zh' : 'en';
const words = WORDS[language];
const MAPS = {inquiry: 'inquiry', referral: 'referral', dayClose: 'day-close', dispute: 'dispute'};

const shown = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {dateStyle: 'medium', timeStyle: 'medium'});

function element(name, text) {
    const made = document.createElement(name);
    if (text !== undefined && text !== null) {
        made.textContent = String(text);
    }
    return made;
}

function instant(at) {
    const time = element('time', shown.format(new Date(at)));
    time.dateTime = at;
    return time;
}

function link(href, text) {
    const made = element('a', text);
    made.href = href;
    return made;
}

function row(table, name, value) {
    if (value === undefined || value === null) {
        return;
    }
    const line = table.insertRow();
    const head = element('th', words[name]);
    head.scope = 'row';
    line.append(head);
    line.insertCell().append(value instanceof Node ? value : String(value));
}

async function json(address) {
    const answer = await fetch(address, {headers: {Accept: 'application/json', 'Accept-Language': language}});
    if (!answer.ok) {
        throw new Error(answer.status + ' ' + answer.statusText);
    }
    return answer.json();
}

function inquiryTable(inquiry) {
    const table = element('table');
    table.className = 'cam-table';
    row(table, 'inquiry', inquiry.id);
    row(table, 'supplier', inquiry.supplier);
    row(table, 'buyer', inquiry.buyer);
    row(table, 'category', inquiry.category);
    row(table, 'receivedAt', instant(inquiry.receivedAt));
    row(table, 'state', inquiry.state + ' – ' + inquiry.explanation.text);
    for (const clock of ['replyDeadline', 'windowCloses', 'offerExpires', 'booksClose']) {
        row(table, clock, instant(inquiry.clocks[clock]));
    }
    return table;
}

function factTable(facts) {
    const table = element('table');
    table.className = 'cam-table';
    table.append(element('caption', words.facts));
    const heads = table.createTHead().insertRow();
    for (const name of ['kind', 'author', 'occurredAt', 'recordedAt']) {
        const head = element('th', words[name]);
        head.scope = 'col';
        heads.append(head);
    }
    const body = table.createTBody();
    for (const fact of facts) {
        const line = body.insertRow();
        line.append(element('td', fact.kind), element('td', fact.author));
        line.insertCell().append(instant(fact.occurredAt));
        line.insertCell().append(instant(fact.recordedAt));
    }
    return table;
}

async function tell(place, api, id) {
    const process = await json(api.engineApi + '/process-instance/' + encodeURIComponent(id));
    const model = process.definitionKey || process.definitionId.split(':')[0];
    const links = element('p');
    links.append(link('/operations', words.desk), ' · ');
    if (MAPS[model]) {
        links.append(link('/operations/map?process=' + MAPS[model], words.map));
    }
    place.append(links);
    if (model !== 'inquiry' && model !== 'referral') {
        place.append(element('p', words.none));
        return;
    }
    const key = encodeURIComponent(process.businessKey);
    links.append(' · ', link('/inquiries/' + key + '/trace', words.trace));
    const inquiry = await json('/api/inquiries/' + key);
    place.append(inquiryTable(inquiry), factTable(inquiry.facts));
}

export default {
    id: 'hourglass-inquiry',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 50,
    properties: {label: words.label},
    render(node, {api, processInstanceId}) {
        const place = element('div');
        place.className = 'hourglass-inquiry';
        node.append(place);
        tell(place, api, processInstanceId).catch(failure => {
            const notice = element('p', words.failed + failure.message);
            notice.setAttribute('role', 'alert');
            place.append(notice);
        });
    },
    unmount() {}
};
