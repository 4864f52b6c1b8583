package io.hourglass.portal.mail;

import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Role;
import io.hourglass.access.callers.Viewer;
import io.hourglass.evidence.FactConflict;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.reading.Objections;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.text.Sha256;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.mailing.links.MailLinks;
import io.hourglass.mailing.links.MailLinks.Link;
import io.hourglass.mailing.links.MailLinks.Purpose;
import io.hourglass.web.Page;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a supplier who works outside the platform rejects an inquiry or reports it as spam (R21), by the link in its mail. What is done is done by
 * the account that the mail was sent to, as long as it acts for the supplier; to look changes nothing.
 */
@Page
class ObjectPage {

    /** Of the hash, hexadecimal: 96 bits, and still short enough to be read. */
    private static final int DIGITS = 24;

    private final MailLinks links;
    private final Accounts accounts;
    private final Inquiries inquiries;
    private final Objections objections;
    private final RecordFact record;
    private final Viewer viewer;

    ObjectPage(
            MailLinks links,
            Accounts accounts,
            Inquiries inquiries,
            Objections objections,
            RecordFact record,
            Viewer viewer) {
        this.links = links;
        this.accounts = accounts;
        this.inquiries = inquiries;
        this.objections = objections;
        this.record = record;
        this.viewer = viewer;
    }

    @GetMapping("/mail/inquiries/{token}")
    ModelAndView show(@PathVariable String token) {
        return links.read(Purpose.OBJECT, token)
                .flatMap(link -> inquiry(link).map(inquiry -> page(token, link, inquiry, "")))
                .orElseGet(LinkedPages::nowhere);
    }

    @PostMapping("/mail/inquiries/{token}/rejections")
    ModelAndView reject(@PathVariable String token, @RequestParam(defaultValue = "") String reason) {
        return object(token, InquiryFactKind.REJECTED, reason);
    }

    @PostMapping("/mail/inquiries/{token}/spam-reports")
    ModelAndView report(@PathVariable String token, @RequestParam(defaultValue = "") String reason) {
        return object(token, InquiryFactKind.SPAM_REPORTED, reason);
    }

    /** Reloading the answer to a form leads to the page. */
    @GetMapping({"/mail/inquiries/{token}/rejections", "/mail/inquiries/{token}/spam-reports"})
    ModelAndView back(@PathVariable String token) {
        return show(token);
    }

    private ModelAndView object(String token, InquiryFactKind kind, String reason) {
        return links.read(Purpose.OBJECT, token)
                .flatMap(link -> inquiry(link).map(inquiry -> {
                    record(link, inquiry, kind, StoredText.typed(reason));
                    return page(token, link, inquiry, kind.name());
                }))
                .orElseGet(LinkedPages::nowhere);
    }

    /** Sent twice it records once, whatever reason stands there the second time. */
    private void record(Link link, Inquiry inquiry, InquiryFactKind kind, String reason) {
        var hash = Sha256.of(kind + "\n" + link.account() + "\n" + link.about());
        try {
            record.record(FactReport.builder()
                    .id(new FactId("mail-" + HexFormat.of().formatHex(hash).substring(0, DIGITS)))
                    .inquiry(inquiry.id())
                    .kind(kind)
                    .supplier(inquiry.supplier())
                    .actor(link.account())
                    .channel(Channel.LINK)
                    .text(new FactText(null, reason.isEmpty() ? null : reason))
                    .build());
        } catch (FactConflict e) {
            // it was recorded, with another reason
        }
    }

    /** Empty if the account may not act for its supplier any more. */
    private Optional<Inquiry> inquiry(Link link) {
        var party = accounts.find(link.account())
                .filter(account -> account.role() == Role.SUPPLIER)
                .map(Account::party);
        return inquiries.find(new InquiryId(link.about())).filter(inquiry -> party.filter(
                        inquiry.supplier().value()::equals)
                .isPresent());
    }

    private ModelAndView page(String token, Link link, Inquiry inquiry, String done) {
        var outlook = objections.of(inquiry.id());
        var content = new HashMap<String, Object>(
                Map.of("token", token, "link", link, "inquiry", inquiry, "done", done, "format", viewer.format()));
        content.put("mayReject", outlook.rejected() != null);
        content.put("mayReport", outlook.reported() != null);
        return new ModelAndView("mail/object", content);
    }
}
