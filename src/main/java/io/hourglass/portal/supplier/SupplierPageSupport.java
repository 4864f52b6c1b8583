package io.hourglass.portal.supplier;

import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.Viewer;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.inquiry.reading.ShownReplyAddress;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.mailing.smtp.MailServer;
import io.hourglass.market.Suppliers;
import io.hourglass.portal.help.Counting;
import io.hourglass.portal.names.SupplierNames;
import io.hourglass.web.PresentAddress;
import io.hourglass.web.SeeOther;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of a supplier have in common: whose they are, and how they answer. */
@Component
public class SupplierPageSupport {

    private final Suppliers suppliers;
    private final SupplierNames names;
    private final InquiryFiles files;
    private final Viewer viewer;
    private final MessageSource messages;
    private final MailServer mail;
    private final ShownReplyAddress replyAddress;

    SupplierPageSupport(
            Suppliers suppliers,
            SupplierNames names,
            InquiryFiles files,
            Viewer viewer,
            MessageSource messages,
            MailServer mail,
            ShownReplyAddress replyAddress) {
        this.suppliers = suppliers;
        this.names = names;
        this.files = files;
        this.viewer = viewer;
        this.messages = messages;
        this.mail = mail;
        this.replyAddress = replyAddress;
    }

    /**
     * A page for a supplier, with an idempotency key for what its forms send.
     *
     * @throws SupplierNotKnownYet if the reader acts for a supplier that is not known yet
     * @throws NotFound if there is no such supplier
     */
    public ModelAndView page(String name, SupplierId supplier, HttpStatusCode status) {
        if (!suppliers.isKnown(supplier)) {
            throw acts(supplier)
                    ? new SupplierNotKnownYet(supplier.value())
                    : new NotFound("supplier", supplier.value());
        }
        var page = new ModelAndView("supplier/" + name, status);
        page.addObject("context", context(supplier));
        page.addObject("form", UUID.randomUUID().toString());
        page.addObject("asked", PresentAddress.asked());
        return page;
    }

    private PageContext context(SupplierId supplier) {
        return new PageContext(
                supplier.value(),
                names.of(List.of(supplier)).apply(supplier),
                acts(supplier),
                mail.isSetUp(),
                viewer.zone());
    }

    /** In which the reader's times are. */
    ZoneId zone() {
        return viewer.zone();
    }

    /** In which a form's times are: the reader may have set another zone since. Empty for the present one. */
    public ZoneId zoneOfForm(String name) {
        return name.isEmpty() || name.equals(zone().getId()) ? zone() : Viewer.zoneNamed(name);
    }

    private static boolean acts(SupplierId supplier) {
        return Callers.current().filter(caller -> caller.actsFor(supplier)).isPresent();
    }

    /** @throws NotFound if there is no such inquiry, or it went to another supplier */
    InquiryFile own(SupplierId supplier, InquiryId inquiry) {
        var file = files.open(inquiry);
        if (!file.inquiry().supplier().equals(supplier)) {
            throw new NotFound("inquiry", inquiry.value());
        }
        return file;
    }

    /** By which it can be answered by mail; null where it is not to be shown, or there is none. */
    @Nullable
    String replyAddress(InquiryId inquiry) {
        return replyAddress.of(inquiry).orElse(null);
    }

    /** What people call an inquiry. */
    String subject(InquiryFile file, Locale locale) {
        var subject = file.text().subject();
        return subject == null ? say(locale, "supplier.noSubject") : subject;
    }

    public String say(Locale locale, String key, @Nullable Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** Whose replies are answers under a policy, in words (R5). */
    Counting counting(ReplyPolicy policy, Locale locale) {
        return Counting.of(policy, key -> say(locale, key));
    }

    /** 303 to a page of the supplier, where what was done is said. */
    public static ModelAndView backTo(String... path) {
        return new ModelAndView(SeeOther.to(address(path)));
    }

    /** The same, with what the form's page had been asked for: its address has it too. */
    static ModelAndView backAsAsked(String... path) {
        return new ModelAndView(SeeOther.to(address(path) + PresentAddress.asked()));
    }

    private static String address(String... path) {
        return Stream.of(path).map(PathSegment::of).collect(Collectors.joining("/", "/suppliers/", ""));
    }
}
