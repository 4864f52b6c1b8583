package io.hourglass.portal.mail;

import static java.util.stream.Collectors.toSet;

import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.mailing.kinds.MailKind;
import io.hourglass.mailing.kinds.MailKinds;
import io.hourglass.mailing.people.ChooseMail;
import io.hourglass.mailing.people.ChooseMail.Choice;
import io.hourglass.mailing.people.QuietHours;
import io.hourglass.mailing.people.Recipient;
import io.hourglass.mailing.people.Recipients;
import io.hourglass.mailing.sending.ConfirmAddress;
import io.hourglass.web.Page;
import io.hourglass.web.SeeOther;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one is told by mail, where, and when. */
@Page
class OwnMailPage {

    static final String ADDRESS = "/account/mail";

    private final Accounts accounts;
    private final Recipients recipients;
    private final ChooseMail choose;
    private final ConfirmAddress confirm;

    OwnMailPage(Accounts accounts, Recipients recipients, ChooseMail choose, ConfirmAddress confirm) {
        this.accounts = accounts;
        this.recipients = recipients;
        this.choose = choose;
        this.confirm = confirm;
    }

    /**
     * What the form holds.
     *
     * @param broken the field that could not be taken; empty if there is none
     */
    record Form(
            String address, boolean daily, String quietFrom, String quietUntil, Set<String> wanted, String broken) {}

    @GetMapping(ADDRESS)
    ModelAndView show() {
        var caller = caller();
        var recipient = recipients.find(caller.name());
        return page(caller, recipient, form(recipient), HttpStatus.OK);
    }

    @PostMapping(ADDRESS)
    ModelAndView choose(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "false") boolean daily,
            @RequestParam(defaultValue = "") String quietFrom,
            @RequestParam(defaultValue = "") String quietUntil,
            @RequestParam(name = "kinds", defaultValue = "") Set<String> kinds,
            Locale locale,
            RedirectAttributes flash) {
        var caller = caller();
        var typed = StoredText.typed(address);
        try {
            if (typed.isEmpty()) {
                choose.stop(caller.name());
                return done(flash, "stopped");
            }
            var quiet = quiet(quietFrom, quietUntil);
            var before = recipients.find(caller.name());
            var now = choose.choose(caller.name(), new Choice(typed, daily, quiet, kinds));
            if (now.confirmedAt() != null
                    || before.filter(one -> isAskedAlready(one, now)).isPresent()) {
                return done(flash, "saved");
            }
            return done(flash, confirm.ask(now, locale).taken() ? "asked" : "notAsked");
        } catch (InvalidInput e) {
            var form = new Form(typed, daily, quietFrom, quietUntil, kinds, e.field());
            return page(caller, recipients.find(caller.name()), form, HttpStatus.BAD_REQUEST);
        }
    }

    /** Who saves the page twice gets one mail. */
    private static boolean isAskedAlready(Recipient before, Recipient now) {
        return before.addedAt().equals(now.addedAt());
    }

    private static @Nullable QuietHours quiet(String from, String until) {
        return from.isEmpty() && until.isEmpty()
                ? null
                : new QuietHours(time("quietFrom", from), time("quietUntil", until));
    }

    private static LocalTime time(String field, String typed) {
        try {
            return LocalTime.parse(typed).withSecond(0).withNano(0);
        } catch (DateTimeException e) {
            throw new InvalidInput(field, typed, "a time of day such as 22:00");
        }
    }

    private static Form form(Optional<Recipient> recipient) {
        var quiet = recipient.map(Recipient::quiet);
        return new Form(
                recipient.map(Recipient::address).orElse(""),
                recipient.map(Recipient::daily).orElse(false),
                quiet.map(one -> one.from().toString()).orElse(""),
                quiet.map(one -> one.until().toString()).orElse(""),
                Set.of(),
                "");
    }

    private static ModelAndView done(RedirectAttributes flash, String what) {
        flash.addFlashAttribute("done", what);
        return new ModelAndView(SeeOther.to(ADDRESS));
    }

    private ModelAndView page(Caller caller, Optional<Recipient> recipient, Form form, HttpStatus status) {
        var kinds = caller.roles().stream()
                .flatMap(role -> MailKinds.of(role).stream())
                .toList();
        return new ModelAndView(
                "mail/own",
                Map.of(
                        "kinds",
                        kinds,
                        "wanted",
                        form.broken().isEmpty() ? wanted(caller, kinds) : form.wanted(),
                        "form",
                        form,
                        "recipient",
                        recipient,
                        "possible",
                        accounts.find(caller.name()).isPresent()),
                status);
    }

    private Set<String> wanted(Caller caller, List<MailKind> kinds) {
        var chosen = recipients.choices(List.of(caller.name())).getOrDefault(caller.name(), Map.of());
        return kinds.stream()
                .filter(kind -> kind.isWanted(chosen))
                .map(MailKind::name)
                .collect(toSet());
    }

    private static Caller caller() {
        return Callers.current().orElseThrow();
    }
}
