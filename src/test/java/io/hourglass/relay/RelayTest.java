package io.hourglass.relay;

import static io.hourglass.CleanSlate.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.HourglassTest;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Role;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.Facts.Told;
import io.hourglass.incoming.SignedCalls;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.mail.MailClass;
import io.hourglass.mail.MailReason;
import io.hourglass.mail.ReadMail.Header;
import io.hourglass.mailing.people.ChooseMail;
import io.hourglass.mailing.people.ChooseMail.Choice;
import io.hourglass.persons.ErasePerson;
import io.hourglass.relay.addresses.RelayAddresses;
import io.hourglass.relay.mails.RelayedMails;
import io.hourglass.relay.mails.Review;
import io.hourglass.relay.mails.TakeRelayedMail;
import io.hourglass.relay.mails.Taken;
import io.hourglass.relay.mails.Taken.Became;
import io.hourglass.relay.mails.TooManyMails;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

@HourglassTest
@DisplayName("A mail to the address of an inquiry")
class RelayTest {

    private static final InquiryId INQUIRY = new InquiryId("i-1");
    private static final Instant LATER = START.plus(Duration.ofHours(5));

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private TakeRelayedMail take;

    @Autowired
    private RelayAddresses addresses;

    @Autowired
    private RelayedMails mails;

    @Autowired
    private Facts facts;

    @Autowired
    private InquiryFiles files;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ChooseMail people;

    @Autowired
    private ErasePerson erase;

    @BeforeEach
    void inquiry() {
        marketplace.inquiry(INQUIRY.value(), Marketplace.BUYER, Marketplace.SUPPLIER, "Pumps", "Hello");
        marketplace.passTo(LATER);
    }

    private List<Told> replies() {
        return facts.toldOf(INQUIRY).stream()
                .filter(told -> told.stored().fact().kind().isAnswer())
                .toList();
    }

    private Told reply() {
        assertThat(replies()).hasSize(1);
        return replies().get(0);
    }

    private InquiryState state() {
        return files.open(INQUIRY).judgement().state();
    }

    private Taken take(String headers, String text) {
        return take.take(INQUIRY, SentMails.of(LATER, headers, text));
    }

    private static FactId fact(Taken taken) {
        return Objects.requireNonNull(taken.fact());
    }

    @Test
    @DisplayName("of a person is the supplier's reply, with its text and its copies, by mail relay")
    void person() {
        var taken = take(
                "Message-ID: <1@shop.example>\nCc: Pat <pat@buyer.example>, inquiry-x@RELAY.example, nobody",
                "38 USD each.\n\nOn Monday Bea wrote:\n> Hello");
        assertThat(taken.became()).isEqualTo(Became.REPLY);
        assertThat(taken.mailClass()).isEqualTo(MailClass.PERSON);
        assertThat(taken.fact()).isEqualTo(reply().stored().fact().id());
        assertThat(reply().stored().fact().author()).isEqualTo(AuthorKind.HUMAN);
        assertThat(reply().stored().channel()).isEqualTo(Channel.RELAY);
        assertThat(reply().stored().keptInPart()).isEmpty();
        assertThat(reply().text().body()).isEqualTo("38 USD each.");
        assertThat(reply().text().cc()).containsExactly("pat@buyer.example");
        assertThat(state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("is passed on as it was written, above a quotation, between its lines and below it")
    void quoted() {
        var quotation = "On Monday Bea wrote:\n\n> Hello\n> 10 pumps?\n";
        take("Message-ID: <1@shop.example>", quotation + "\n38 USD each.\n");
        take("Message-ID: <2@shop.example>", "Hello Bea,\n" + quotation + "Yes, ten.\n> By Friday?\nBy Monday.\n");
        take("Message-ID: <3@shop.example>", "Yes.\n\nOn Monday Bea wrote:\nHello\n10 pumps?\n");
        assertThat(replies())
                .extracting(told -> told.text().body())
                .containsExactlyInAnyOrder("38 USD each.", "Hello Bea,\n\nYes, ten.\nBy Monday.", "Yes.");
    }

    @Test
    @DisplayName("of a program is an automatic reply, which is no answer")
    void automatic() {
        take("Message-ID: <1@shop.example>\nAuto-Submitted: auto-replied", "I am away.");
        assertThat(reply().stored().fact().author()).isEqualTo(AuthorKind.AUTO_REPLY);
        assertThat(state()).isEqualTo(InquiryState.PENDING);
    }

    @Test
    @DisplayName("to many is no answer")
    void bulk() {
        take("Message-ID: <1@shop.example>\nList-Id: <news.shop.example>\nSubject: News", "Buy now.");
        assertThat(mails.of(List.of(INQUIRY))).singleElement().satisfies(mail -> assertThat(mail.mailClass())
                .isIn(MailClass.BULK, MailClass.UNSURE));
    }

    @Test
    @DisplayName("of which it cannot be said who wrote it counts, and waits for a person")
    void unsure() {
        take("Message-ID: <1@shop.example>\nReturn-Path: <>", "I will look into it.");
        assertThat(reply().stored().fact().author()).isEqualTo(AuthorKind.HUMAN);
        assertThat(state()).isEqualTo(InquiryState.TIMELY);
        assertThat(mails.waiting(0, 10)).singleElement().satisfies(mail -> {
            assertThat(mail.review()).isEqualTo(Review.WAITING);
            assertThat(mail.reasons()).contains(MailReason.NULL_RETURN_PATH);
        });
        assertThat(mails.numberWaiting()).isOne();
    }

    @Test
    @DisplayName("of who got a copy before waits for a person: it may be of either side")
    void copied() {
        take("Message-ID: <1@shop.example>\nCc: Sam@SHOP.example", "38 USD each.");
        assertThat(mails.numberWaiting()).isZero();
        take("Message-ID: <2@shop.example>", "Thank you.");
        assertThat(mails.waiting(0, 10)).singleElement().satisfies(mail -> {
            assertThat(mail.mailClass()).isEqualTo(MailClass.PERSON);
            assertThat(mail.review()).isEqualTo(Review.WAITING);
        });
    }

    @Test
    @DisplayName(
            "of an address that a buyer gave for its own waits for a person until that is confirmed: it may be the supplier's")
    void unconfirmed() {
        accounts.put(new Account("eve", Role.BUYER, Marketplace.BUYER.value(), "{noop}unused"));
        people.choose("eve", new Choice("Sam@Shop.example", false, null, Set.of()));
        assertThat(take("Message-ID: <1@shop.example>", "38 USD each.").became())
                .isEqualTo(Became.REPLY);
        assertThat(mails.numberWaiting()).isOne();
        assertThat(state()).isEqualTo(InquiryState.TIMELY);
        people.confirm("eve", "Sam@Shop.example");
        assertThat(take("Message-ID: <2@shop.example>", "39 USD each.").became())
                .isEqualTo(Became.OF_BUYER);
    }

    @Test
    @DisplayName("that came back, that the buyer wrote, or that this program sent is no reply")
    void none() {
        accounts.put(new Account("bea", Role.BUYER, Marketplace.BUYER.value(), "{noop}unused"));
        people.give("bea", "Sam@Shop.example");
        assertThat(take("Message-ID: <1@shop.example>", "Thank you.").became()).isEqualTo(Became.OF_BUYER);
        assertThat(take("Message-ID: <hourglass-0@market.example>", "Reply due soon")
                        .became())
                .isEqualTo(Became.OF_OURS);
        assertThat(take("Message-ID: <2@shop.example>\nX-Failed-Recipients: x@market.example", "Not delivered.")
                        .became())
                .isEqualTo(Became.BOUNCE);
        assertThat(replies()).isEmpty();
        assertThat(mails.of(List.of(INQUIRY))).isEmpty();
    }

    @Test
    @DisplayName(
            "is one reply however often and whichever way it comes, and another with another text or to another inquiry")
    void once() {
        var mail = SentMails.reply(LATER.minusSeconds(60), "1", "38 USD each.");
        assertThat(take.take(INQUIRY, mail).became()).isEqualTo(Became.REPLY);
        var again = SentMails.reply(LATER.minusSeconds(60), "1", "38 USD each.");
        assertThat(take.take(INQUIRY, again).became()).isEqualTo(Became.KNOWN);
        var otherWay = new String(mail, StandardCharsets.UTF_8)
                .replaceFirst("id 4F; .*", "id 5A; " + SentMails.date(LATER))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(take.take(INQUIRY, otherWay).became()).isEqualTo(Became.KNOWN);
        assertThat(replies()).hasSize(1);
        assertThat(take.take(INQUIRY, SentMails.reply(LATER.minusSeconds(60), "1", "39 USD each."))
                        .became())
                .isEqualTo(Became.REPLY);
        var other = marketplace.inquiry("i-2");
        assertThat(take.take(other, mail).became()).isEqualTo(Became.REPLY);
        assertThat(replies()).hasSize(2);
    }

    @Test
    @DisplayName("occurred when the marketplace's server received it, however long it lay there")
    void received() {
        take.take(INQUIRY, SentMails.reply(LATER.minus(Duration.ofHours(2)), "1", "38 USD each."));
        assertThat(reply().stored().fact().occurredAt()).isEqualTo(LATER.minus(Duration.ofHours(2)));
        assertThat(reply().stored().fact().recordedAt()).isEqualTo(LATER);
        assertThat(mails.of(List.of(INQUIRY)).get(0).times()).satisfies(times -> {
            assertThat(times.byServer()).isTrue();
            assertThat(times.skewed()).isFalse();
        });
    }

    @Test
    @DisplayName("occurred now where another server, or none, says when it was received; nor is one from the future")
    void unknownServer() {
        for (var top : List.of(
                "Received: by mx.shop.example; " + SentMails.date(START),
                "Received: from mx.market.example by mx.shop.example; " + SentMails.date(START),
                "Received: by mx.market.example; yesterday",
                "Received: by mx.market.example",
                "Received: by mx.market.example; " + SentMails.date(LATER.plusSeconds(3_600)),
                "X-No: x")) {
            var mail = top + "\r\nMessage-ID: <" + top.hashCode() + "@x>\r\nFrom: sam@shop.example\r\n\r\nYes";
            take.take(INQUIRY, mail.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(replies()).hasSize(6).allSatisfy(told -> assertThat(
                        told.stored().fact().occurredAt())
                .isEqualTo(LATER));
    }

    @Test
    @DisplayName("whose sender's clock is more than ten minutes off is marked")
    void skewed() {
        for (var minutes : new int[] {-11, -10, 10, 11}) {
            var mail = "Received: by mx.market.example; %s\r\nDate: %s\r\nFrom: sam@shop.example\r\n\r\nYes"
                    .formatted(SentMails.date(START), SentMails.date(START.plus(Duration.ofMinutes(minutes))));
            var taken = take.take(INQUIRY, mail.getBytes(StandardCharsets.UTF_8));
            assertThat(mails.find(fact(taken)).orElseThrow().times().skewed()).isEqualTo(Math.abs(minutes) > 10);
        }
    }

    @Test
    @DisplayName(
            "gives away neither the address nor links that are the supplier's alone, where a quotation was not seen to be one")
    void secrets() {
        var address = addresses.of(INQUIRY).orElseThrow();
        take(
                "Message-ID: <1@shop.example>",
                "Yes. | " + address.toUpperCase(java.util.Locale.ROOT)
                        + " | https://sla.example/mail/inquiries/QUJD-_x | see https://sla.example/suppliers/1");
        assertThat(reply().text().body()).isEqualTo("Yes. | […] | […] | see https://sla.example/suppliers/1");
    }

    @Test
    @DisplayName("keeps a fixed list of headers, and of its sender the host; these are forgotten with the buyer")
    void evidence() {
        take("Message-ID: <1@shop.example>\nX-Secret: x\nIn-Reply-To: <hourglass-1@market.example>", "38 USD each.");
        assertThat(mails.of(List.of(INQUIRY))).singleElement().satisfies(mail -> assertThat(mail.headers())
                .extracting(Header::name)
                .containsExactly("message-id", "date", "received", "in-reply-to", "subject", "from-host"));
        erase.erase(Marketplace.BUYER);
        assertThat(mails.of(List.of(INQUIRY))).singleElement().satisfies(mail -> {
            assertThat(mail.headers()).isEmpty();
            assertThat(mail.mailClass()).isEqualTo(MailClass.PERSON);
        });
    }

    @Test
    @DisplayName("with something attached is kept for thirty-three days, and one of text alone is not")
    void raw() {
        var attached =
                """
                Message-ID: <1@shop.example>
                Content-Type: multipart/mixed; boundary=b""";
        var fact = fact(take(attached, "--b\n\nSee.\n--b\nContent-Type: image/png; name=a.png\n\nx\n--b--"));
        var other = fact(take("Message-ID: <2@shop.example>", "See."));
        assertThat(mails.raw(other)).isEmpty();
        mails.forgetRaw(LATER.plus(Duration.ofDays(33)).minusMillis(1));
        assertThat(mails.raw(fact).orElseThrow()).isNotEmpty();
        mails.forgetRaw(LATER.plus(Duration.ofDays(33)));
        assertThat(mails.raw(fact).orElseThrow()).isEmpty();
    }

    @Test
    @DisplayName("that is none is refused, as is the two hundred and first of an inquiry")
    void refused() {
        for (var none : List.of("", "\r\n\r\nx", "no header at all", "A".repeat(70_000) + ": x\r\n\r\nx")) {
            assertThatThrownBy(() -> take.take(INQUIRY, none.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(InvalidInput.class);
        }
        for (var number = 0; number < 200; number++) {
            take("Message-ID: <" + number + "@shop.example>", "Yes.");
        }
        assertThatThrownBy(() -> take("Message-ID: <x@shop.example>", "Yes.")).isInstanceOf(TooManyMails.class);
        assertThat(take("Message-ID: <7@shop.example>", "Yes.").became()).isEqualTo(Became.KNOWN);
    }

    private MockHttpServletResponse call(RequestBuilder call) throws Exception {
        return mvc.perform(call).andReturn().getResponse();
    }

    @Test
    @DisplayName("comes by a signed call of the mail server, to the address in its envelope alone")
    void webhook() throws Exception {
        var mail = SentMails.reply(LATER, "1", "38 USD each.");
        var address = addresses.of(INQUIRY).orElseThrow();
        var answer = call(SignedCalls.mail(LATER, address, mail));
        assertThat(answer.getContentAsString())
                .isEqualTo(
                        "{\"repeated\":false,\"facts\":[{\"result\":\"RECORDED\",\"late\":false,\"refused\":false}]}");
        assertThat(call(SignedCalls.mail(LATER, address, mail)).getContentAsString())
                .isEqualTo("{\"repeated\":true}");
        assertThat(call(SignedCalls.mail(LATER, "nobody@relay.example", mail)).getStatus())
                .isEqualTo(404);
        assertThat(call(SignedCalls.mail(LATER, address, new byte[0])).getStatus())
                .isEqualTo(400);
        var ours = SentMails.of(LATER, "Message-ID: <hourglass-1@market.example>", "x");
        assertThat(call(SignedCalls.mail(LATER, address, ours)).getContentAsString())
                .isEqualTo("{\"ignored\":\"this program has sent it\"}");
        assertThat(replies()).hasSize(1);
    }

    @Test
    @DisplayName("is refused if it was signed for another address, or is larger than 10 MB")
    void unsigned() throws Exception {
        var mail = SentMails.reply(LATER, "1", "38 USD each.");
        var other = addresses.of(marketplace.inquiry("i-2")).orElseThrow();
        var call = SignedCalls.mail(LATER, addresses.of(INQUIRY).orElseThrow(), mail);
        assertThat(call(request -> {
                            var built = call.buildRequest(request);
                            built.removeHeader("Envelope-To");
                            built.addHeader("Envelope-To", other);
                            return built;
                        })
                        .getStatus())
                .isEqualTo(401);
        var large = SentMails.reply(LATER, "2", "x".repeat(10 << 20));
        assertThat(call(SignedCalls.mail(LATER, other, large)).getStatus()).isEqualTo(413);
        var fits = SentMails.reply(LATER, "2", "x\n".repeat((10 << 20) / 3 - 1_000));
        assertThat(call(SignedCalls.mail(LATER, other, fits)).getStatus()).isEqualTo(200);
    }
}
