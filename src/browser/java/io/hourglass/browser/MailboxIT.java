package io.hourglass.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Readers.Shared.class)
@DisplayName("A supplier's own mailbox")
class MailboxIT {

    private static final ServerSetup IMAP = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
    private static final GreenMail SERVER = new GreenMail(IMAP);
    private static final String MAILBOX_PASSWORD = "an app code";
    private static final double PATIENCE = 30_000;
    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private static RunningProgram program;

    private final Readers readers;

    MailboxIT(Readers readers) {
        this.readers = readers;
    }

    @BeforeAll
    static void start() {
        SERVER.start();
        program = RunningProgram.withMailboxes(SERVER.getImap().getPort());
    }

    @AfterAll
    static void stop() {
        program.close();
        SERVER.stop();
    }

    private static void mailbox(String address) {
        try {
            var user = SERVER.getUserManager().createUser(address, address, MAILBOX_PASSWORD);
            SERVER.getManagers().getImapHostManager().createMailbox(user, "Sent");
        } catch (UserException | FolderException | AuthorizationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As its mail program would leave it there. */
    private static void sends(String address, String answered) {
        var text =
                "From: <%s>\r\nTo: <bea@buyer.example>\r\nSubject: Re: Forty pumps\r\nMessage-ID: <re-%s>\r\nIn-Reply-To: <%s>\r\n\r\nGladly.\r\n"
                        .formatted(address, answered, answered);
        try {
            var mail = new MimeMessage(
                    GreenMailUtil.getSession(IMAP), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            var user = SERVER.getUserManager().getUserByEmail(address);
            SERVER.getManagers()
                    .getImapHostManager()
                    .getFolder(user, "Sent")
                    .appendMessage(mail, new Flags(), Date.from(Instant.now()));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(Page page, String address, String password) {
        page.fill("#address", address);
        page.fill("#password", password);
        if (page.locator("#connect details[open]").count() == 0) {
            page.click("#connect summary");
        }
        page.fill("#host", "127.0.0.1");
        page.fill("#port", String.valueOf(SERVER.getImap().getPort()));
        page.selectOption("#security", "PLAIN");
        page.click("#connect > button");
        assertThat(page.locator("#said .notice")).isVisible();
    }

    /** The page as it is by and by. */
    private static void awaits(Reader reader, String path, String selector) {
        var until = System.nanoTime() + Duration.ofMillis((long) PATIENCE).toNanos();
        while (reader.open(path).locator(selector).count() == 0) {
            if (System.nanoTime() > until) {
                throw new AssertionError("no " + selector + " on " + path);
            }
        }
    }

    private void isReply(String inquiry, String language) {
        try (var olga = readers.reads(language, program)) {
            awaits(olga.signIn("operations"), "/inquiries/" + inquiry + "/trace", "section[aria-labelledby=relayed]");
            assertThat(olga.page().locator("section[aria-labelledby=seen]")).isVisible();
            olga.look("trace-mailbox");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("is connected, says what failed and what to do, and what is sent from it is a reply")
    void connected(String language) {
        var supplier = language.equals("zh") ? "sample-supplier-04" : "sample-supplier-03";
        var address = "sales-" + language + "@shop.example";
        var path = "/suppliers/" + supplier + "/mailbox";
        var name = "wu-" + language;
        mailbox(address);
        var marketplace = new MarketplaceSystem(program.address());
        marketplace.account(name, supplier);
        try (var wu = readers.reads(language, program)) {
            var page = wu.signIn(name, MarketplaceSystem.PASSWORD).open(path);
            assertThat(page.locator("nav a[href='" + path + "']").first()).isAttached();
            wu.look("mailbox-none");
            fill(page, address, "wrong");
            page.click("form[action$='/mailbox/test'] button");
            assertThat(page.locator("section[aria-labelledby=tried] .mark.bad")).isVisible();
            wu.look("mailbox-refused");
            fill(page, address, MAILBOX_PASSWORD);
            page.click("form[action$='/mailbox/test'] button");
            assertThat(page.locator("section[aria-labelledby=tried] .mark.good"))
                    .isVisible();
            wu.look("mailbox-tested");
            awaits(wu, path, "section[aria-labelledby=state] .mark.good");
            var inquiry = "box-" + language;
            marketplace.mailed(inquiry, supplier, inquiry + "@buyer.example");
            sends(address, inquiry + "@buyer.example");
            isReply(inquiry, language);
            wu.open("/suppliers/" + supplier + "/inquiries/" + inquiry);
            wu.look("supplier-case-mailbox");
            wu.open(path);
            page.click("form[action$='/mailbox/disconnection'] button");
            assertThat(page.locator("section[aria-labelledby=state]")).hasCount(0);
            fill(page, address, "wrong");
        }
        try (var olga = readers.reads(language, program)) {
            awaits(olga.signIn("operations"), "/operations/mailboxes?state=REFUSED", "table a[href='" + path + "']");
            olga.look("operations-mailboxes");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @DisplayName("and all others: operations declare an outage, an auditor consents")
    void outage(String language) {
        var reason = "No power, said in " + language;
        try (var olga = readers.reads(language, program)) {
            var page = olga.signIn("operations").open("/operations/outages");
            olga.look("operations-outages-none");
            page.fill("#from", WALL_CLOCK.format(Instant.now().minus(Duration.ofHours(9))));
            page.fill("#until", WALL_CLOCK.format(Instant.now().minus(Duration.ofHours(1))));
            page.fill("#reason", reason);
            page.click("#declare > button");
            assertThat(page.locator("#said .notice")).isVisible();
            olga.look("operations-outages");
        }
        try (var ada = readers.reads(language, program)) {
            var page = ada.signIn("auditor").open("/operations/outages");
            var card = page.locator("article.card").filter(new Locator.FilterOptions().setHasText(reason));
            card.locator("textarea").fill("Seen");
            ada.look("audit-outage");
            card.locator("button[value=true]").click();
            assertThat(page.locator("#said .notice")).isVisible();
            assertThat(card.locator("form")).hasCount(0);
        }
    }
}
