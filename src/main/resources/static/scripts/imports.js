/*
 * Sends the chosen file as it is, as the body of a call, and leads to its page. Without a script the form is not shown.
 */
(function () {
    'use strict';

    const form = document.getElementById('send');
    const button = form.querySelector('button');
    const said = document.getElementById('sent');
    const token = document.querySelector('input[name=_csrf]');

    function say(words, wrong) {
        said.textContent = words;
        said.className = wrong ? 'notice wrong' : 'notice';
        button.disabled = !wrong;
    }

    async function send(file) {
        const asked = new URLSearchParams({
            name: file.name.slice(0, 200),
            rehearse: document.getElementById('rehearse').checked
        });
        const answer = await fetch('/api/imports?' + asked, {
            method: 'POST',
            headers: {'Content-Type': 'application/octet-stream', 'X-CSRF-TOKEN': token.value},
            redirect: 'error',
            body: file
        });
        if (answer.status === 202) {
            location.assign('/operations/imports/' + encodeURIComponent((await answer.json()).id));
        } else {
            say({400: form.dataset.wrong, 413: form.dataset.long}[answer.status] || form.dataset.failed, true);
        }
    }

    form.addEventListener('submit', event => {
        event.preventDefault();
        say(form.dataset.sending, false);
        send(document.getElementById('file').files[0]).catch(() => say(form.dataset.failed, true));
    });
    form.parentElement.hidden = false;
})();
