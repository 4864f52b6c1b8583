package io.hourglass.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.accounts.Preferences;
import io.hourglass.access.accounts.Preferences.Preference;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.access.web.As;
import io.hourglass.chat.Chats;
import io.hourglass.engine.SettableClock;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.mailing.outgoing.OutgoingMail;
import io.hourglass.mailing.outgoing.OutgoingMail.State;
import io.hourglass.mailing.outgoing.OutgoingMails;
import io.hourglass.mailing.outgoing.OutgoingMails.Sought;
import io.hourglass.mailing.people.ChooseMail;
import io.hourglass.mailing.people.ChooseMail.Choice;
import io.hourglass.mailing.people.QuietHours;
import io.hourglass.mailing.people.Recipients;
import io.hourglass.mailing.sending.ClaimMails;
import io.hourglass.mailing.sending.SendMails;
import io.hourglass.messages.outbox.HandOn;
import io.hourglass.messages.outbox.LookoutRounds;
import io.hourglass.messages.outbox.WantedKinds;
import io.hourglass.relay.SentMails;
import io.hourglass.relay.mails.TakeRelayedMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HourglassTest
@DisplayName("Mail")
class MailTest {

    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Pattern LINK = Pattern.compile("https://sla\\.example(/\\S+)");
    private static final String SAM = "sam@shop.example";

    static {
        SERVER.start();
    }

    /** It is stopped and started again. */
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Chats chats;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Preferences preferences;

    @Autowired
    private ChooseMail choose;

    @Autowired
    private Recipients recipients;

    @Autowired
    private OutgoingMails mails;

    @Autowired
    private WantedKinds wanted;

    @Autowired
    private LookoutRounds lookouts;

    @Autowired
    private HandOn handOn;

    @Autowired
    private ClaimMails claims;

    @Autowired
    private JavaMailSenderImpl sender;

    @Autowired
    private SendMails send;

    @Autowired
    private InquiryFiles files;

    @Autowired
    private RecordFact record;

    @Autowired
    private SettableClock clock;

    @Autowired
    private TakeRelayedMail take;

    @Autowired
    private MockMvc mvc;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        properties.add("hourglass.mail.from", () -> "Hourglass <sla@market.example>");
        properties.add("hourglass.mail.bounces", () -> "bounces@market.example");
        properties.add("hourglass.public-address", () -> "https://sla.example");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void people() throws Exception {
        wanted.refresh(); // nobody has an address yet
        SERVER.purgeEmailFromAllMailboxes();
        account("sam", Role.SUPPLIER, Marketplace.SUPPLIER.value());
        account("bea", Role.BUYER, Marketplace.BUYER.value());
        account("ada", Role.AUDITOR, null);
        account("olga", Role.OPERATIONS, null);
        choose.give("sam", SAM);
        choose.give("bea", "bea@buyer.example");
    }

    @AfterEach
    void preferencesGo() {
        preferences.forget("sam");
    }

    private void account(String name, Role role, @Nullable String party) {
        accounts.put(new Account(name, role, party, "{noop}unused"));
    }

    /** Each of another buyer, so that none is another's duplicate. */
    private void inquiry(String id) {
        var buyer = id.equals("i-1") ? Marketplace.BUYER : new BuyerId("buyer-of-" + id);
        marketplace.inquiry(id, buyer, Marketplace.SUPPLIER, "Pumps", "Hello");
    }

    /** Looks out, hands on, and sends. */
    private void round() {
        lookouts.look();
        while (handOn.handOn() > 0) {}
        while (send.send() > 0) {}
    }

    /** Without the copies of others. */
    private static List<MimeMessage> received(String address) {
        var known = new HashSet<String>();
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> header(mail, "To").equals(address) && known.add(header(mail, "Message-ID")))
                .toList();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return String.join(" ", mail.getHeader(name));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return new MimeText().of(mail);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The path of the link of a mail that begins so. */
    private static String link(MimeMessage mail, String start) {
        return LINK.matcher(text(mail))
                .results()
                .map(found -> found.group(1))
                .filter(path -> path.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private List<OutgoingMail> kept() {
        return mails.latest(new Sought(null, null), 0, 100);
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private InquiryState state(String inquiry) {
        return files.open(new InquiryId(inquiry)).judgement().state();
    }

    @Test
    @DisplayName("tells a supplier of an inquiry, in plain text and HTML, with headers that keep vacation notices away")
    void received() throws Exception {
        inquiry("i-1");
        round();
        assertThat(received(SAM)).singleElement().satisfies(mail -> {
            assertThat(subject(mail)).startsWith("New inquiry i-1: reply by 2026-03-05 10:00");
            assertThat(header(mail, "From")).isEqualTo("Hourglass <sla@market.example>");
            assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
            assertThat(header(mail, "List-Unsubscribe")).startsWith("<https://sla.example/mail/unsubscribe/");
            assertThat(header(mail, "Message-ID")).startsWith("<hourglass-").endsWith("@market.example>");
            assertThat(mail.getContentType()).startsWith("multipart/");
            assertThat(GreenMailUtil.getWholeMessage(mail)).contains("text/plain", "text/html");
            assertThat(link(mail, "/suppliers/")).isEqualTo("/suppliers/supplier-1/inquiries/i-1");
            assertThat(header(mail, "Reply-To")).matches("inquiry-[0-9a-v]{24}@relay\\.example");
            assertThat(text(mail)).contains("Answer this mail to reply to the buyer");
        });
        assertThat(kept()).singleElement().satisfies(mail -> {
            assertThat(mail.state()).isEqualTo(State.SENT);
            assertThat(mail.account()).isEqualTo("sam");
        });
        assertThat(call(get("/api/inquiries/i-1/trace")).getContentAsString())
                .contains("\"mails\":[{\"to\":\"sam\",\"kind\":\"inquiry.received\"");
        assertThat(call(get("/inquiries/i-1/trace")).getContentAsString()).contains("Mail about it");
        assertThat(call(get("/operations/mails")).getContentAsString()).contains("sam", "sent");
    }

    @Test
    @DisplayName("of several things that are due at once is one")
    void several() {
        inquiry("i-1");
        inquiry("i-2");
        round();
        assertThat(received(SAM)).singleElement().satisfies(mail -> {
            assertThat(subject(mail)).startsWith("New inquiry i-1").endsWith("(and 1 more)");
            assertThat(text(mail)).contains("inquiry i-1", "inquiry i-2").doesNotContain("Answer this mail");
            assertThat(mail.getHeader("Reply-To")).isNull();
        });
    }

    @Test
    @DisplayName("reminds once each 24 and 4 hours before the target, and not of what is answered")
    void reminders() {
        inquiry("i-1");
        inquiry("i-2");
        round();
        marketplace.reply(new InquiryId("i-2"));
        marketplace.passTo(CleanSlate.START.plus(Duration.ofDays(2)).minusMillis(1));
        round();
        assertThat(received(SAM)).hasSize(1);
        marketplace.pass(Duration.ofMillis(1));
        round();
        round();
        assertThat(received(SAM)).hasSize(2);
        assertThat(subject(received(SAM).get(1))).isEqualTo("Reply due in 1 d 0 h: inquiry i-1");
        marketplace.passTo(CleanSlate.START.plus(Duration.ofHours(68)));
        round();
        assertThat(received(SAM)).hasSize(3);
        assertThat(text(received(SAM).get(2))).contains("i-1").doesNotContain("i-2");
    }

    @Test
    @DisplayName("does not remind of what was answered after the reminder was due, nor once the target has passed")
    void stale() {
        inquiry("i-1");
        round();
        marketplace.pass(Duration.ofDays(2));
        lookouts.look();
        handOn.handOn();
        marketplace.reply(new InquiryId("i-1"));
        round();
        assertThat(received(SAM)).hasSize(1);
        assertThat(mails.latest(new Sought("sam", null), 0, 1)).singleElement().satisfies(mail -> {
            assertThat(mail.state()).isEqualTo(State.DROPPED);
            assertThat(mail.reason()).isEqualTo("DONE");
        });
        inquiry("i-2");
        handOn.handOn();
        marketplace.pass(Duration.ofDays(3));
        send.send();
        assertThat(received(SAM)).hasSize(1);
    }

    @Test
    @DisplayName("leads a buyer to its alternatives")
    void alternatives() throws Exception {
        inquiry("i-1");
        marketplace.pass(Duration.ofHours(73));
        round();
        assertThat(received("bea@buyer.example")).singleElement().satisfies(mail -> {
            assertThat(subject(mail)).isEqualTo("No answer yet to your inquiry i-1");
            assertThat(call(get(link(mail, "/alternatives/"))).getStatus()).isEqualTo(200);
        });
    }

    @Test
    @DisplayName("brings a buyer each reply that counts, with its text and its copies, unless that was written by mail")
    void replies() {
        inquiry("i-1");
        reply("r-1", AuthorKind.AUTO_REPLY, Channel.INBOX, "We are away.");
        reply("r-2", AuthorKind.HUMAN, Channel.MAIL, "By mail: 4 dollars.");
        round();
        assertThat(received("bea@buyer.example")).isEmpty();
        reply("r-3", AuthorKind.HUMAN, Channel.INBOX, "Forty pumps: 5 dollars each.");
        reply("r-4", AuthorKind.AI_ASSISTED, Channel.WEB, "Delivered in May.");
        round();
        assertThat(received("bea@buyer.example"))
                .satisfiesExactlyInAnyOrder(
                        mail -> {
                            assertThat(subject(mail)).isEqualTo("Reply to your inquiry i-1");
                            assertThat(text(mail)).contains("Forty pumps: 5 dollars each.");
                            assertThat(header(mail, "Cc")).isEqualTo("boss@buyer.example");
                        },
                        mail -> assertThat(text(mail)).contains("Delivered in May."));
    }

    @Test
    @DisplayName("brings many replies at once, each alone")
    void manyReplies() {
        inquiry("i-1");
        for (var at = 0; at < 12; at++) {
            reply("r-" + at, AuthorKind.HUMAN, Channel.INBOX, "Price " + at);
        }
        round();
        assertThat(received("bea@buyer.example")).hasSize(12);
    }

    private void reply(String id, AuthorKind author, Channel channel, String text) {
        record.record(FactReport.builder()
                .id(new FactId(id))
                .inquiry(new InquiryId("i-1"))
                .kind(InquiryFactKind.REPLIED)
                .author(author)
                .channel(channel)
                .text(new FactText(null, text, List.of("boss@buyer.example")))
                .build());
    }

    @Test
    @DisplayName("reminds a shop of an open consultation before the end of its day")
    void chat() {
        account("li", Role.SUPPLIER, Chats.SHOP.value());
        choose.give("li", "li@shop.example");
        chats.asks(Chats.ANNA);
        round();
        marketplace.passTo(Instant.parse("2026-03-02T12:00:00Z"));
        round();
        assertThat(received("li@shop.example")).singleElement().satisfies(mail -> assertThat(subject(mail))
                .isEqualTo("Chat reply due in 4 h 0 min: account anna"));
        chats.writes(Chats.ANNA, Chats.BUYER, AuthorKind.HUMAN, marketplace.now());
        round();
        assertThat(received("li@shop.example")).hasSize(1);
    }

    @Test
    @DisplayName("is in the language and the zone of its reader")
    void language() {
        preferences.put("sam", new Preference(ZoneId.of("Europe/London"), "zh"));
        inquiry("i-1");
        round();
        assertThat(subject(received(SAM).get(0))).startsWith("新询盘 i-1：请在 2026-03-05 02:00 +00:00 前回复");
        assertThat(text(received(SAM).get(0))).contains("关闭此类邮件");
    }

    @Test
    @DisplayName("waits for the end of quiet hours, to the minute")
    void quiet() {
        choose.choose(
                "sam",
                new Choice(
                        SAM,
                        false,
                        new QuietHours(LocalTime.of(9, 0), LocalTime.of(11, 30)),
                        Set.of("inquiry.received")));
        inquiry("i-1");
        round();
        marketplace.passTo(Instant.parse("2026-03-02T03:29:59.999Z"));
        round();
        assertThat(received(SAM)).isEmpty();
        marketplace.pass(Duration.ofMillis(1));
        round();
        assertThat(received(SAM)).hasSize(1);
    }

    @Test
    @DisplayName("once a day leaves what is urgent at once")
    void daily() {
        choose.choose("sam", new Choice(SAM, true, null, Set.of("inquiry.received", "reply.target_missed")));
        inquiry("i-1");
        round();
        assertThat(received(SAM)).hasSize(1);
        marketplace.passTo(CleanSlate.START.plus(Duration.ofDays(3).plusMillis(1)));
        marketplace.pass(Duration.ofMinutes(1));
        round();
        assertThat(received(SAM)).hasSize(1);
        marketplace.passTo(Instant.parse("2026-03-06T00:00:00Z"));
        round();
        assertThat(received(SAM)).hasSize(2);
        assertThat(subject(received(SAM).get(1))).isEqualTo("Target missed: i-1");
    }

    @Test
    @DisplayName("is switched off by one POST without a sign-in; to look at the link changes nothing")
    void unsubscribe() throws Exception {
        inquiry("i-1");
        round();
        var path = link(received(SAM).get(0), "/mail/unsubscribe/");
        assertThat(call(get(path)).getStatus()).isEqualTo(200);
        inquiry("i-2");
        round();
        assertThat(received(SAM)).hasSize(2);
        var answer =
                call(post(path).contentType("application/x-www-form-urlencoded").content("List-Unsubscribe=One-Click"));
        assertThat(answer.getStatus()).isEqualTo(200);
        inquiry("i-3");
        round();
        assertThat(received(SAM)).hasSize(2);
        marketplace.pass(Duration.ofDays(2));
        round();
        assertThat(received(SAM)).as("other kinds").hasSize(3);
    }

    @Test
    @DisplayName("leads to a page where the inquiry is rejected or reported by POST; a scanner's GET changes nothing")
    void objects() throws Exception {
        inquiry("i-1");
        inquiry("i-2");
        round();
        var mail = received(SAM).get(0);
        var paths = LINK.matcher(text(mail))
                .results()
                .map(found -> found.group(1))
                .filter(path -> path.startsWith("/mail/inquiries/"))
                .toList();
        for (var path : paths) {
            assertThat(call(get(path)).getStatus()).isEqualTo(200);
            assertThat(call(get(path + "/rejections")).getStatus()).isEqualTo(200);
            assertThat(call(get(path + "/spam-reports")).getStatus()).isEqualTo(200);
        }
        assertThat(state("i-1")).isEqualTo(InquiryState.PENDING);
        assertThat(call(post(paths.get(0) + "/rejections").param("reason", "not ours"))
                        .getContentAsString())
                .contains("Rejected.");
        assertThat(call(post(paths.get(0) + "/rejections").param("reason", "again"))
                        .getStatus())
                .isEqualTo(200);
        assertThat(call(post(paths.get(1) + "/spam-reports")).getContentAsString())
                .contains("Reported as spam.");
        assertThat(state("i-1")).isEqualTo(InquiryState.REJECTED);
        assertThat(state("i-2")).isEqualTo(InquiryState.SPAM);
        assertThat(files.open(new InquiryId("i-1")).facts())
                .extracting(fact -> fact.stored().actor())
                .contains("sam");
    }

    @Test
    @DisplayName("leads nowhere once its link is altered, expired, for another end, or its account acts for another")
    void links() throws Exception {
        inquiry("i-1");
        round();
        var path = link(received(SAM).get(0), "/mail/inquiries/");
        var altered = path.substring(0, path.length() - 1) + (path.endsWith("A") ? "B" : "A");
        assertThat(call(get(altered)).getStatus()).isEqualTo(404);
        assertThat(call(post(altered + "/rejections")).getStatus()).isEqualTo(404);
        assertThat(call(get(path.replace("/mail/inquiries/", "/mail/unsubscribe/")))
                        .getStatus())
                .isEqualTo(404);
        account("sam", Role.SUPPLIER, "supplier-2");
        assertThat(call(post(path + "/rejections")).getStatus()).isEqualTo(404);
        account("sam", Role.SUPPLIER, Marketplace.SUPPLIER.value());
        assertThat(call(get(path)).getStatus()).isEqualTo(200);
        marketplace.passTo(CleanSlate.START.plus(Duration.ofDays(3)).plus(Duration.ofDays(30)));
        assertThat(call(get(path)).getStatus()).isEqualTo(200);
        marketplace.pass(Duration.ofMillis(1));
        assertThat(call(get(path)).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("goes to an address that somebody typed only once its reader has confirmed it")
    void confirmed() throws Exception {
        account("lu", Role.SUPPLIER, Marketplace.SUPPLIER.value());
        var page = As.as(new Caller("lu", Set.of(Role.SUPPLIER), Set.of(), Marketplace.SUPPLIER, null));
        call(post("/account/mail")
                .with(page)
                .param("address", "lu@shop.example")
                .param("kinds", "inquiry.received"));
        inquiry("i-1");
        round();
        assertThat(received("lu@shop.example")).singleElement().satisfies(mail -> {
            assertThat(subject(mail)).isEqualTo("Confirm your address");
            assertThat(call(get(link(mail, "/mail/confirm/"))).getStatus()).isEqualTo(200);
        });
        inquiry("i-2");
        round();
        assertThat(received("lu@shop.example")).hasSize(1);
        call(post(link(received("lu@shop.example").get(0), "/mail/confirm/")));
        inquiry("i-3");
        round();
        assertThat(received("lu@shop.example")).hasSize(2);
    }

    @Test
    @DisplayName("that the server refuses for now is sent again, and given up after the policy's time")
    void notNow() {
        SERVER.stop();
        inquiry("i-1");
        lookouts.look();
        handOn.handOn();
        send.send();
        assertThat(kept().get(0).state()).isEqualTo(State.WAITING);
        SERVER.start();
        send.send();
        assertThat(received(SAM)).isEmpty();
        marketplace.pass(Duration.ofSeconds(6));
        round();
        assertThat(received(SAM)).hasSize(1);
        assertThat(kept().get(0).state()).isEqualTo(State.SENT);
    }

    @Test
    @DisplayName("that comes back is noted, and no more goes to that address until one is set")
    void bounced() throws Exception {
        inquiry("i-1");
        round();
        var id = kept().get(0).letter();
        var report =
                """
                From: MAILER-DAEMON@shop.example
                To: bounces+%1$s@market.example
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=b
                MIME-Version: 1.0

                --b
                Content-Type: text/plain

                The mail could not be delivered.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; shop.example

                Final-Recipient: rfc822; sam@shop.example
                Action: failed
                Status: %2$s
                --b--
                """;
        var path = post("/api/mail-bounces").contentType("message/rfc822");
        assertThat(call(path.content(report.formatted(id, "4.2.2"))).getContentAsString())
                .contains("FOR_NOW");
        assertThat(kept().get(0).state()).isEqualTo(State.SENT);
        assertThat(call(path.content(report.formatted(id, "5.1.1"))).getContentAsString())
                .contains("FOR_GOOD");
        assertThat(kept().get(0).state()).isEqualTo(State.BOUNCED);
        inquiry("i-2");
        round();
        assertThat(received(SAM)).hasSize(1);
        assertThat(call(path.content("From: a@b.example\r\nSubject: Hello\r\n\r\nHi"))
                        .getContentAsString())
                .contains("NO_BOUNCE");
        choose.give("sam", SAM);
        inquiry("i-3");
        round();
        assertThat(received(SAM)).hasSize(2);
    }

    @Test
    @DisplayName(
            "that a lost node took is sent by another, not before five letters would have been given up, and a minute")
    void lost() {
        inquiry("i-1");
        handOn.handOn();
        assertThat(claims.claim()).hasSize(1);
        var lost = Duration.ofSeconds(5 * (5 + 15 + 15) + 60);
        marketplace.pass(lost.minusMillis(1));
        assertThat(send.send()).isZero();
        marketplace.pass(Duration.ofMillis(1));
        assertThat(send.send()).isEqualTo(1);
        assertThat(received(SAM)).hasSize(1);
    }

    @Test
    @DisplayName("waits for no server for ever, whether it speaks SMTP over TLS from the start or not")
    void timeouts() {
        for (var protocol : List.of("smtp", "smtps")) {
            for (var one : List.of("connectiontimeout", "timeout", "writetimeout")) {
                assertThat(sender.getJavaMailProperties()).containsKey("mail." + protocol + "." + one);
            }
        }
    }

    @Test
    @DisplayName("stopped between commit and sending, fifty times, reaches each once and none is lost")
    void stopped() {
        for (var at = 0; at < 50; at++) {
            inquiry("i-" + at);
            handOn.handOn();
            mails.claim(clock.instant(), clock.instant().plus(Duration.ofMinutes(1)), 10, 10);
            assertThat(send.send()).isZero();
            marketplace.pass(Duration.ofMinutes(2));
            assertThat(send.send()).isPositive();
        }
        assertThat(received(SAM)).hasSize(50);
        assertThat(kept()).allSatisfy(mail -> assertThat(mail.state()).isEqualTo(State.SENT));
    }

    @Test
    @DisplayName("is nobody's once its account is closed")
    void closed() {
        inquiry("i-1");
        handOn.handOn();
        accounts.close("sam", clock.instant(), null);
        round();
        assertThat(received(SAM)).isEmpty();
        assertThat(kept().get(0).reason()).isEqualTo("UNWANTED");
        assertThat(recipients.find("sam")).isPresent();
    }

    @Test
    @DisplayName(
            "brings the buyer a reply that came by mail, with its text, its copies, what is attached to it, and the names of what is not")
    void relayed() throws Exception {
        inquiry("i-1");
        take.take(
                new InquiryId("i-1"),
                SentMails.of(
                        CleanSlate.START,
                        "Message-ID: <1@shop.example>\nCc: boss@buyer.example\nContent-Type: multipart/mixed; boundary=b",
                        """
                        --b

                        38 USD each.

                        On Monday Bea wrote:
                        > secret
                        --b
                        Content-Type: application/pdf; name=offer.pdf

                        PDF
                        --b
                        Content-Type: message/rfc822; name=old.eml

                        Subject: secret

                        secret
                        --b--"""));
        round();
        assertThat(received("bea@buyer.example")).singleElement().satisfies(mail -> {
            assertThat(text(mail)).contains("38 USD each.", "left out here: old.eml");
            var whole = GreenMailUtil.getWholeMessage(mail);
            assertThat(whole).contains("offer.pdf").doesNotContain("secret").doesNotContain("relay.example");
            assertThat(header(mail, "Cc")).isEqualTo("boss@buyer.example");
        });
    }

    @Test
    @DisplayName("goes to nobody about an automatic reply, a mail of ours, or one that came back")
    void noLoops() {
        inquiry("i-1");
        round();
        var before = SERVER.getReceivedMessages().length;
        for (var headers : List.of(
                "Auto-Submitted: auto-replied",
                "Message-ID: <hourglass-1@market.example>",
                "X-Failed-Recipients: x@market.example")) {
            take.take(new InquiryId("i-1"), SentMails.of(CleanSlate.START, headers, "Away"));
        }
        round();
        assertThat(SERVER.getReceivedMessages()).hasSize(before);
    }

    @Test
    @DisplayName(
            "tells the buyer of a reply that counts only since somebody said who wrote it, once, and of none that counted before")
    void reclassified() {
        inquiry("i-1");
        var id = new InquiryId("i-1");
        var automatic = marketplace.reply(id, AuthorKind.AUTO_REPLY, marketplace.now());
        round();
        assertThat(received("bea@buyer.example")).isEmpty();
        reclassify(id, automatic.fact().fact().id(), AuthorKind.HUMAN, "a-1");
        round();
        assertThat(received("bea@buyer.example")).hasSize(1);
        var human = marketplace.reply(id);
        round();
        assertThat(received("bea@buyer.example")).hasSize(2);
        reclassify(id, human.fact().fact().id(), AuthorKind.AI_ASSISTED, "a-2");
        reclassify(id, human.fact().fact().id(), AuthorKind.AUTO_REPLY, "a-3");
        round();
        assertThat(received("bea@buyer.example")).hasSize(2);
    }

    private void reclassify(InquiryId inquiry, FactId about, AuthorKind author, String id) {
        record.record(FactReport.builder()
                .id(new FactId(id))
                .inquiry(inquiry)
                .kind(InquiryFactKind.RECLASSIFIED)
                .author(author)
                .channel(Channel.WEB)
                .about(about)
                .build());
    }
}
