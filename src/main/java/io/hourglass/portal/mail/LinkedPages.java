package io.hourglass.portal.mail;

import io.hourglass.mailing.links.MailLinks;
import io.hourglass.mailing.links.MailLinks.Link;
import io.hourglass.mailing.links.MailLinks.Purpose;
import io.hourglass.mailing.people.ChooseMail;
import io.hourglass.web.Page;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where links in mails lead by which mail is switched off, or an address confirmed. To look changes nothing: a scanner that follows all
 * links of a mail does no harm. Mail programs switch off by POST at once (RFC 8058).
 */
@Page
class LinkedPages {

    private final MailLinks links;
    private final ChooseMail choose;

    LinkedPages(MailLinks links, ChooseMail choose) {
        this.links = links;
        this.choose = choose;
    }

    @GetMapping("/mail/unsubscribe/{token}")
    ModelAndView askToSwitchOff(@PathVariable String token) {
        return links.read(Purpose.UNSUBSCRIBE, token)
                .map(link -> page("unsubscribe", token, link, false))
                .orElseGet(LinkedPages::nowhere);
    }

    @PostMapping("/mail/unsubscribe/{token}")
    ModelAndView switchOff(@PathVariable String token) {
        return links.read(Purpose.UNSUBSCRIBE, token)
                .map(link -> {
                    choose.switchOff(link.account(), link.about());
                    return page("unsubscribe", token, link, true);
                })
                .orElseGet(LinkedPages::nowhere);
    }

    @GetMapping("/mail/confirm/{token}")
    ModelAndView askToConfirm(@PathVariable String token) {
        return links.read(Purpose.CONFIRM, token)
                .map(link -> page("confirm", token, link, false))
                .orElseGet(LinkedPages::nowhere);
    }

    @PostMapping("/mail/confirm/{token}")
    ModelAndView confirm(@PathVariable String token) {
        return links.read(Purpose.CONFIRM, token)
                .filter(link -> choose.confirm(link.account(), link.about()))
                .map(link -> page("confirm", token, link, true))
                .orElseGet(LinkedPages::nowhere);
    }

    private static ModelAndView page(String template, String token, Link link, boolean done) {
        return new ModelAndView("mail/" + template, Map.of("token", token, "link", link, "done", done));
    }

    static ModelAndView nowhere() {
        return new ModelAndView("failed", Map.of("why", "NO_SUCH_LINK"), HttpStatus.NOT_FOUND);
    }
}
