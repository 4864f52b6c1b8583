package io.hourglass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Readers.Shared.class)
@DisplayName("Mail")
class MailIT {

    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SUPPLIER = "sample-supplier-3";

    private static final int RELAY = RunningProgram.freePort();

    private static RunningProgram program;

    private final Readers readers;

    MailIT(Readers readers) {
        this.readers = readers;
    }

    @BeforeAll
    static void start() {
        SERVER.start();
        program = RunningProgram.withMail(SERVER.getSmtp().getPort(), RELAY);
    }

    @AfterAll
    static void stop() {
        program.close();
        SERVER.stop();
    }

    /** The link of the last mail to that address that begins so, as soon as there is one. */
    private static String link(String to, String start) {
        var links = Pattern.compile(Pattern.quote(program.address()) + "(" + start + "[^\\s\"<>]+)");
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var found = Arrays.stream(SERVER.getReceivedMessages())
                    .filter(mail -> isTo(mail, to))
                    .map(GreenMailUtil::getWholeMessage)
                    .flatMap(text -> links.matcher(text.replace("=\r\n", "").replace("=3D", "="))
                            .results())
                    .map(one -> one.group(1))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            SERVER.waitForIncomingEmail(500, SERVER.getReceivedMessages().length + 1);
        }
        throw new AssertionError("no mail to " + to + " with a link to " + start);
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getHeader("To", null).equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("is set up by its reader, confirmed, leads to an inquiry that is rejected, and is switched off")
    void mail(String language) {
        var name = "li-" + language;
        var address = name + "@shop.example";
        var marketplace = new MarketplaceSystem(program.address());
        marketplace.account(name, SUPPLIER);
        try (var li = readers.reads(language, program)) {
            var page = li.signIn(name, MarketplaceSystem.PASSWORD).open("/account/mail");
            li.look("account-mail-none");
            page.fill("#address", address);
            page.fill("#quietFrom", "03:00");
            page.fill("#quietUntil", "03:01");
            page.click("form.card button");
            assertThat(page.locator("#said .notice")).isVisible();
            li.look("account-mail");
            li.open(link(address, "/mail/confirm/") + "?lang=" + language);
            li.look("mail-confirm");
            page.click("main form button");
            assertThat(page.locator("#said .notice")).containsText(address);
            marketplace.inquiry("mail-" + language, SUPPLIER);
            li.open(link(address, "/mail/inquiries/") + "?lang=" + language);
            li.look("mail-object");
            page.fill("#reason", "Not ours");
            page.locator("form.card button").first().click();
            assertThat(page.locator("#said .notice")).isVisible();
            assertThat(page.locator("form.card")).hasCount(0);
            li.look("mail-object-done");
            li.open(link(address, "/mail/unsubscribe/") + "?lang=" + language);
            li.look("mail-unsubscribe");
            page.click("main form button");
            assertThat(page.locator("#said .notice")).containsText(name);
            li.open("/account/mail");
            assertThat(page.locator("input[value='inquiry.received']")).not().isChecked();
        }
        try (var olga = readers.reads(language, program)) {
            var page = olga.signIn("operations").open("/operations/mails");
            assertThat(page.locator("table")).containsText(name);
            olga.look("operations-mails");
            page.click("nav.chips a[href$='state=SENT']");
            assertThat(page.locator("table")).containsText(name);
            olga.open("/inquiries/mail-" + language + "/trace");
            assertThat(page.locator("section[aria-labelledby=mails]")).containsText(name);
        }
    }

    /** Sent so that nobody can answer it: that does not say who wrote it. */
    private static void write(String to, String text) throws MessagingException {
        var relay = new ServerSetup(RELAY, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        var mail = GreenMailUtil.createTextEmail(to, "shop@shop.example", "Re: Your inquiry", text, relay);
        mail.setHeader("Return-Path", "<>");
        GreenMailUtil.sendMimeMessage(mail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName(
            "to an inquiry's address is reviewed where it is unclear who wrote it, and stands in the inquiry's trace")
    void relay(String language) throws MessagingException {
        var marketplace = new MarketplaceSystem(program.address());
        var inquiry = "relayed-" + language;
        marketplace.inquiry(inquiry, SUPPLIER);
        write(marketplace.replyAddress(inquiry), "I will look into it, " + language + ".");
        try (var olga = readers.reads(language, program)) {
            var page = olga.signIn("operations").open("/operations/mails/reviews");
            assertThat(page.locator("article.card")).hasCount(1);
            olga.look("operations-mail-reviews");
            page.click("article.card button[value=PERSON]");
            assertThat(page.locator("article.card")).hasCount(0);
            olga.look("operations-mail-reviews-none");
            olga.open("/inquiries/" + inquiry + "/trace");
            assertThat(page.locator("section[aria-labelledby=relayed]")).containsText("shop.example");
            olga.look("trace-relayed");
        }
    }
}
