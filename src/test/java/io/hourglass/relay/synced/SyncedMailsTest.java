package io.hourglass.relay.synced;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.access.web.As.as;
import static io.hourglass.relay.synced.FoundMails.ADDRESS;
import static io.hourglass.relay.synced.FoundMails.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.hourglass.CountedStatements;
import io.hourglass.HourglassTest;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Role;
import io.hourglass.access.web.As;
import io.hourglass.evidence.Facts;
import io.hourglass.evidence.StoredFact;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.intake.Answered;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mail.ReadMail.Header;
import io.hourglass.mailbox.SyncedMail;
import io.hourglass.mailbox.SyncedMail.Folder;
import io.hourglass.mailbox.SyncedMails;
import io.hourglass.mailing.outgoing.OutgoingMail;
import io.hourglass.mailing.outgoing.OutgoingMail.State;
import io.hourglass.mailing.outgoing.OutgoingMails;
import io.hourglass.mailing.outgoing.OutgoingMails.Ended;
import io.hourglass.mailing.people.ChooseMail;
import io.hourglass.persons.ErasePerson;
import io.hourglass.relay.SentMails;
import io.hourglass.relay.addresses.RelayAddresses;
import io.hourglass.relay.mails.FoundInMailbox;
import io.hourglass.relay.mails.FoundInMailbox.Doubt;
import io.hourglass.relay.mails.FoundInMailbox.MatchedBy;
import io.hourglass.relay.mails.RelayedMail;
import io.hourglass.relay.mails.RelayedMails;
import io.hourglass.relay.mails.Review;
import io.hourglass.relay.mails.TakeRelayedMail;
import io.hourglass.relay.review.ReviewMails;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HourglassTest
@DisplayName("A mail that was read in a supplier's mailbox")
class SyncedMailsTest {

    private static final InquiryId INQUIRY = new InquiryId("i-1");
    private static final BuyerId OTHER_BUYER = new BuyerId("buyer-2");
    private static final Instant LATER = START.plus(Duration.ofHours(5));
    private static final Instant THEN = START.plus(Duration.ofHours(4));

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CountedStatements statements;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SubmitInquiry submit;

    @Autowired
    private RecordFact record;

    @Autowired
    private SyncedMails synced;

    @Autowired
    private TakeRelayedMail relay;

    @Autowired
    private RelayAddresses addresses;

    @Autowired
    private RelayedMails mails;

    @Autowired
    private ReviewMails reviews;

    @Autowired
    private OutgoingMails notifications;

    @Autowired
    private Facts facts;

    @Autowired
    private Inquiries inquiries;

    @Autowired
    private InquiryFiles files;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ChooseMail people;

    @Autowired
    private ErasePerson erase;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void inquiry() {
        inquiry("i-1", Marketplace.BUYER, "1", "Pumps");
        marketplace.passTo(LATER);
    }

    private InquiryId inquiry(String id, BuyerId buyer, String mail, @Nullable String subject) {
        return inquiry(id, buyer, Marketplace.SUPPLIER, mail, subject, List.of());
    }

    private InquiryId inquiry(
            String id,
            BuyerId buyer,
            SupplierId supplier,
            String mail,
            @Nullable String subject,
            List<String> answers) {
        return submit.submit(Submission.builder()
                        .id(new InquiryId(id))
                        .buyer(buyer)
                        .supplier(supplier)
                        .channel(Channel.MAIL)
                        .messageId("<" + mail + "@Buyer.example>")
                        .answers(new Answered(answers, List.of()))
                        .text(new FactText(subject, "Hello"))
                        .build())
                .inquiry();
    }

    private void knownBuyer(String name, BuyerId buyer) {
        accounts.put(new Account(name, Role.BUYER, buyer.value(), "{noop}unused"));
        people.give(name, name + "@buyer.example");
    }

    private void take(SyncedMail... some) {
        synced.take(Marketplace.SUPPLIER, ADDRESS, List.of(some));
    }

    private List<StoredFact> replies(InquiryId inquiry) {
        return facts.toldOf(inquiry).stream()
                .map(told -> told.stored())
                .filter(stored -> stored.fact().kind().isAnswer())
                .toList();
    }

    private StoredFact reply() {
        assertThat(replies(INQUIRY)).hasSize(1);
        return replies(INQUIRY).get(0);
    }

    private AuthorKind author() {
        return Objects.requireNonNull(reply().fact().author());
    }

    private RelayedMail kept() {
        return mails.find(reply().fact().id()).orElseThrow();
    }

    private FoundInMailbox found() {
        return Objects.requireNonNull(kept().found());
    }

    private InquiryState state(InquiryId inquiry) {
        return files.open(inquiry).judgement().state();
    }

    private InquiryState state() {
        return state(INQUIRY);
    }

    private static String answers(String... ids) {
        return "In-Reply-To: <" + String.join("> <", ids) + ">";
    }

    @Test
    @DisplayName(
            "and answers the inquiry's mail is the supplier's reply, when its server received it; of its id a hash is kept")
    void thread() {
        take(sent(THEN, "r", answers("1@buyer.EXAMPLE") + "\nSubject: Re: Pumps"));
        assertThat(author()).isEqualTo(AuthorKind.HUMAN);
        assertThat(reply().channel()).isEqualTo(Channel.MAILBOX);
        assertThat(reply().fact().occurredAt()).isEqualTo(THEN);
        assertThat(reply().fact().recordedAt()).isEqualTo(LATER);
        assertThat(reply().fact().mail().own()).isNotNull();
        assertThat(inquiries.threadOf(INQUIRY)).containsExactly("<1@Buyer.example>");
        assertThat(state()).isEqualTo(InquiryState.TIMELY);
        assertThat(found()).isEqualTo(new FoundInMailbox(Folder.SENT, MatchedBy.THREAD, Set.of()));
        assertThat(kept().review()).isNull();
    }

    @Test
    @DisplayName(
            "is about what it answers, in their order, and then about what it refers to, from the last to the first")
    void order() {
        var second = inquiry("i-2", OTHER_BUYER, "2", null);
        var third = inquiry("i-3", new BuyerId("buyer-3"), "3", null);
        take(
                sent(THEN, "a", answers("x@y.example", "2@buyer.example", "1@buyer.example")),
                sent(THEN, "b", "References: <2@buyer.example> <3@buyer.example> <x@y.example>"),
                sent(THEN, "c", answers("x@y.example") + "\nReferences: <1@buyer.example>"));
        assertThat(replies(second)).hasSize(1);
        assertThat(replies(third)).hasSize(1);
        assertThat(replies(INQUIRY)).hasSize(1);
    }

    @Test
    @DisplayName("and answers a duplicate serves the inquiry that it repeats")
    void duplicate() {
        var duplicate = inquiry("i-2", Marketplace.BUYER, "2", "Pumps again");
        take(sent(THEN.plusSeconds(3_600), "r", answers("2@buyer.example")));
        assertThat(replies(duplicate)).hasSize(1);
        assertThat(state(duplicate)).isEqualTo(InquiryState.DUPLICATE);
        assertThat(state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("and answers a reply is about the same inquiry, in whatever order they are read")
    void chain() {
        var first = sent(THEN, "a", answers("1@buyer.example"));
        var second = sent(THEN.plusSeconds(1), "b", answers("a@shop.example"));
        var third = sent(THEN.plusSeconds(2), "c", answers("b@shop.example"));
        take(second, first);
        take(third);
        assertThat(replies(INQUIRY)).hasSize(3);
    }

    @Test
    @DisplayName("and answers the buyer's own reply of another inquiry's mail leads to none by what that answers")
    void answeredByOther() {
        inquiry("i-2", OTHER_BUYER, Marketplace.SUPPLIER, "2", null, List.of("<x@y.example>"));
        take(sent(THEN, "r", answers("x@y.example")));
        assertThat(replies(new InquiryId("i-2"))).isEmpty();
    }

    private void told(String letter, InquiryId... about) {
        var event = 1;
        for (var one : about) {
            event++;
            var mail = OutgoingMail.builder()
                    .id("m-" + letter.charAt(0) + event)
                    .event(letter.charAt(0) * 10L + event)
                    .account("sam")
                    .kind("inquiry.received")
                    .track("INQUIRY")
                    .about(one.value())
                    .happenedAt(START)
                    .data(JsonNodeFactory.instance.objectNode())
                    .state(State.WAITING)
                    .attempts(0)
                    .addedAt(START)
                    .dueAt(START)
                    .build();
            notifications.add(List.of(mail));
            notifications.end(List.of(new Ended(mail, State.SENT, START, letter, null)));
        }
    }

    @Test
    @DisplayName("and answers a notification that told of one inquiry is about it; of one that told of two, about none")
    void notification() {
        var one = "11111111-2222-3333-4444-555555555555";
        var two = "21111111-2222-3333-4444-555555555555";
        told(one, INQUIRY);
        told(two, INQUIRY, inquiry("i-2", OTHER_BUYER, "2", null));
        take(sent(THEN, "a", answers("hourglass-" + two + "@market.example")));
        assertThat(replies(INQUIRY)).isEmpty();
        take(sent(THEN, "b", answers("hourglass-" + one + "@market.example")));
        assertThat(found().by()).isEqualTo(MatchedBy.NOTIFICATION);
    }

    @Test
    @DisplayName(
            "and went to the inquiry's address, in whatever header, is its reply, but not if an id leads to another")
    void address() {
        var other = inquiry("i-2", OTHER_BUYER, "2", null);
        var address = addresses.of(INQUIRY).orElseThrow();
        take(sent(THEN, "a", "Cc: X <" + address.toUpperCase(Locale.ROOT) + ">\n" + answers("2@buyer.example")));
        assertThat(replies(INQUIRY)).isEmpty();
        assertThat(replies(other)).hasSize(1);
        take(sent(THEN, "b", "Bcc: " + address));
        assertThat(found()).isEqualTo(new FoundInMailbox(Folder.SENT, MatchedBy.ADDRESS, Set.of()));
    }

    @Test
    @DisplayName("and names another supplier's inquiry, or one of long ago, is about none")
    void otherSupplier() {
        var other = inquiry("i-2", OTHER_BUYER, new SupplierId("supplier-2"), "2", null, List.of());
        var address = addresses.of(other).orElseThrow();
        take(sent(THEN, "a", "To: " + address + "\n" + answers("2@buyer.example")));
        assertThat(replies(other)).isEmpty();
        marketplace.passTo(START.plus(TakeSyncedMails.RECENT).plusMillis(1));
        take(sent(THEN, "b", answers("1@buyer.example")));
        assertThat(replies(INQUIRY)).isEmpty();
    }

    @Test
    @DisplayName(
            "and names an id that two buyers share is about the inquiry of the one it went to, and else about none")
    void shared() {
        var other = inquiry("i-2", OTHER_BUYER, "1", null);
        take(sent(THEN, "a", answers("1@buyer.example")));
        assertThat(replies(INQUIRY)).isEmpty();
        assertThat(replies(other)).isEmpty();
        knownBuyer("pat", OTHER_BUYER);
        take(sent(THEN, "b", "To: Pat@BUYER.example\n" + answers("1@buyer.example")));
        assertThat(replies(INQUIRY)).isEmpty();
        assertThat(replies(other)).hasSize(1);
    }

    @Test
    @DisplayName("is one reply in whichever folder, however often, and whatever its server numbers anew")
    void once() {
        var mail = sent(THEN, "r", answers("1@buyer.example"));
        take(mail, mail);
        take(FoundMails.in(Folder.INBOX, mail));
        take(FoundMails.seenBefore(sent(THEN.plusSeconds(5), "r", answers("1@buyer.example")), LATER));
        assertThat(replies(INQUIRY)).hasSize(1);
        take(FoundMails.of(
                Folder.SENT,
                THEN,
                "From: " + ADDRESS + "\nDate: " + SentMails.date(THEN) + "\n" + answers("1@buyer.example")));
        take(FoundMails.of(
                Folder.SENT,
                THEN,
                "From: " + ADDRESS + "\nDate: " + SentMails.date(THEN) + "\n" + answers("1@buyer.example")));
        assertThat(replies(INQUIRY)).hasSize(2);
    }

    @Test
    @DisplayName(
            "that came through the relay, or was told by the marketplace, before adds nothing; through the relay it comes in any case, to be delivered")
    void otherWays() {
        relay.take(INQUIRY, SentMails.reply(THEN, "r", "38 USD each."));
        take(sent(THEN, "r", answers("1@buyer.example")));
        assertThat(reply().channel()).isEqualTo(Channel.RELAY);
        record.record(FactReport.builder()
                .id(new FactId("told"))
                .inquiry(INQUIRY)
                .kind(InquiryFactKind.REPLIED)
                .author(AuthorKind.HUMAN)
                .channel(Channel.MAIL)
                .messageId("s@Shop.Example")
                .build());
        take(sent(THEN, "s", answers("1@buyer.example")));
        assertThat(replies(INQUIRY)).hasSize(2);
        take(sent(THEN, "t", answers("1@buyer.example")));
        relay.take(INQUIRY, SentMails.reply(THEN, "t", "39 USD each."));
        assertThat(replies(INQUIRY)).hasSize(4);
    }

    @Test
    @DisplayName(
            "of a program is an automatic reply, to many one of a system, and what is unclear waits for a person and counts")
    void authors() {
        take(sent(THEN, "a", answers("1@buyer.example") + "\nAuto-Submitted: auto-replied"));
        assertThat(author()).isEqualTo(AuthorKind.AUTO_REPLY);
        assertThat(state()).isEqualTo(InquiryState.PENDING);
        assertThat(mails.numberWaiting()).isZero();
        take(sent(
                THEN.plusSeconds(1),
                "b",
                "To: " + addresses.of(INQUIRY).orElseThrow() + "\nList-Id: <news.shop.example>"));
        assertThat(replies(INQUIRY).get(1).fact().author()).isEqualTo(AuthorKind.SYSTEM);
        take(sent(THEN.plusSeconds(2), "c", answers("1@buyer.example") + "\nReturn-Path: <>"));
        assertThat(replies(INQUIRY).get(2).fact().author()).isEqualTo(AuthorKind.HUMAN);
        assertThat(mails.numberWaiting()).isOne();
        assertThat(state()).isEqualTo(InquiryState.TIMELY);
    }

    private void rules(boolean unsureCounts, boolean candidatesCount) {
        jdbc.sql(
                        "insert into hourglass.policy (kind, version, in_force_at, rules) values ('relay', 2, timestamp with time zone '1970-01-01 00:00:00+00', ?)")
                .param("{\"unsureCounts\":" + unsureCounts + ",\"candidatesCount\":" + candidatesCount + "}")
                .update();
    }

    @Test
    @DisplayName("that waits counts meanwhile only if the policy says so")
    void unsure() {
        rules(false, true);
        take(sent(THEN, "c", answers("1@buyer.example") + "\nReturn-Path: <>"));
        assertThat(state()).isEqualTo(InquiryState.PENDING);
        reviews.decide(reply().fact().id(), Review.PERSON);
        assertThat(state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName(
            "and says that it arrived more than ten minutes before its folder was read, without it, waits for a person")
    void putLater() {
        var mail = sent(THEN, "a", answers("1@buyer.example"));
        take(FoundMails.seenBefore(mail, THEN.plus(Duration.ofMinutes(10))));
        assertThat(kept().review()).isNull();
        take(FoundMails.seenBefore(
                sent(THEN, "b", answers("1@buyer.example")),
                THEN.plus(Duration.ofMinutes(10)).plusMillis(1)));
        assertThat(mails.waiting(0, 9)).singleElement().satisfies(waiting -> assertThat(
                        Objects.requireNonNull(waiting.found()).doubts())
                .containsExactly(Doubt.PUT_LATER));
    }

    @Test
    @DisplayName("and went not to the buyer's known address, to nobody else, or was passed on, waits for a person")
    void notToBuyer() {
        take(sent(THEN, "a", "To: ann@other.example\n" + answers("1@buyer.example")));
        assertThat(mails.numberWaiting()).isZero();
        take(sent(THEN, "b", "To: SAM@shop.example\n" + answers("1@buyer.example")));
        take(sent(THEN, "c", "To: ann@other.example\nSubject: 转发：Pumps\n" + answers("1@buyer.example")));
        knownBuyer("bea", Marketplace.BUYER);
        take(sent(THEN, "d", "To: ann@other.example\n" + answers("1@buyer.example")));
        take(sent(
                THEN,
                "e",
                "To: ann@other.example\nCc: Bea@Buyer.Example\nSubject: Fwd: Pumps\n" + answers("1@buyer.example")));
        assertThat(mails.waiting(0, 9))
                .extracting(mail -> Objects.requireNonNull(mail.found()).doubts())
                .containsExactlyInAnyOrder(
                        Set.of(Doubt.NOT_TO_BUYER), Set.of(Doubt.PASSED_ON), Set.of(Doubt.NOT_TO_BUYER));
        assertThat(state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName(
            "with the inquiry's subject, to its buyer, is a candidate: it does not count until a person says that it is a reply")
    void candidate() {
        knownBuyer("bea", Marketplace.BUYER);
        take(sent(THEN, "a", "Subject: RE: Aw:  pumps\n" + answers("x@y.example")));
        assertThat(found().by()).isEqualTo(MatchedBy.SUBJECT);
        assertThat(kept().review()).isEqualTo(Review.WAITING);
        assertThat(state()).isEqualTo(InquiryState.PENDING);
        take(sent(THEN.plusSeconds(1), "b", answers("a@shop.example")));
        assertThat(replies(INQUIRY)).hasSize(1);
        reviews.decide(reply().fact().id(), Review.PERSON);
        assertThat(state()).isEqualTo(InquiryState.TIMELY);
        assertThat(facts.toldOf(INQUIRY))
                .last()
                .satisfies(told -> assertThat(told.stored().channel()).isEqualTo(Channel.MAILBOX));
    }

    @Test
    @DisplayName(
            "that is a candidate counts meanwhile if the policy says so, and not once a person says that it is about something else")
    void candidateCounts() {
        rules(true, true);
        knownBuyer("bea", Marketplace.BUYER);
        take(sent(THEN, "a", "Subject: Pumps"));
        assertThat(state()).isEqualTo(InquiryState.TIMELY);
        reviews.decide(reply().fact().id(), Review.NOT_ABOUT);
        assertThat(state()).isEqualTo(InquiryState.PENDING);
        assertThat(facts.toldOf(INQUIRY))
                .last()
                .satisfies(told -> assertThat(told.stored().fact().kind()).isEqualTo(InquiryFactKind.RETRACTED));
        take(sent(THEN, "a", "Subject: Pumps"));
        assertThat(replies(INQUIRY)).hasSize(1);
        assertThat(state()).isEqualTo(InquiryState.PENDING);
    }

    @Test
    @DisplayName("has the inquiry's subject in whatever charset it was written, and whatever stands before it")
    void subjects() {
        var chinese = inquiry("i-2", OTHER_BUYER, "2", "询问水泵价格");
        knownBuyer("pat", OTHER_BUYER);
        var taiwanese = inquiry("i-3", new BuyerId("buyer-3"), "3", "詢問水泵價格");
        knownBuyer("kim", new BuyerId("buyer-3"));
        take(
                sent(LATER, "a", "To: pat@buyer.example\nSubject: " + encoded("UTF-8", "回复：询问水泵价格")),
                sent(LATER, "b", "To: pat@buyer.example\nSubject: " + encoded("GB18030", "答复: Re[2]: 询问水泵价格")),
                sent(LATER, "c", "To: kim@buyer.example\nSubject: " + encoded("Big5", "回覆: [External] 詢問水泵價格")),
                sent(LATER, "d", "To: kim@buyer.example\nSubject: SV: " + encoded("UTF-8", "詢問水泵")));
        assertThat(replies(chinese)).hasSize(2);
        assertThat(replies(taiwanese)).hasSize(1);
    }

    private static String encoded(String charset, String text) {
        var bytes = text.getBytes(Charset.forName(charset));
        return "=?" + charset + "?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }

    @Test
    @DisplayName(
            "is no candidate with another subject or none, from or to another, from before the inquiry, passed on or by a program")
    void noCandidate() {
        var unnamed = inquiry("i-2", OTHER_BUYER, "2", null);
        take(sent(THEN, "a", "Subject: Pumps"));
        knownBuyer("bea", Marketplace.BUYER);
        knownBuyer("pat", OTHER_BUYER);
        take(
                sent(THEN, "b", "Subject: Pumps?"),
                sent(THEN, "c", ""),
                sent(THEN, "d", "To: pat@buyer.example\nSubject: Re:"),
                sent(THEN, "e", "To: ann@other.example\nCc: bea@buyer.example\nSubject: Pumps"),
                sent(THEN, "f", "Subject: Fwd: Pumps"),
                sent(THEN, "g", "Subject: Pumps\nAuto-Submitted: auto-generated"),
                sent(START.minusMillis(1), "h", "Subject: Pumps"),
                FoundMails.of(Folder.SENT, THEN, "From: ann@shop.example\nTo: bea@buyer.example\nSubject: Pumps"));
        assertThat(replies(INQUIRY)).isEmpty();
        assertThat(replies(unnamed)).isEmpty();
        take(sent(START, "i", "Subject: Pumps"));
        assertThat(replies(INQUIRY)).hasSize(1);
    }

    private static SyncedMail received(String from, String id, String answered) {
        return FoundMails.of(
                Folder.INBOX,
                THEN,
                "From: " + from + "\nTo: sam@shop.example\nMessage-ID: <" + id + ">\n" + answers(answered));
    }

    private int followUps() {
        return jdbc.sql("select count(*) from hourglass.follow_up_mail")
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("in the inbox, of the inquiry's buyer, is no fact; what answers it is about the same inquiry")
    void inbox() {
        knownBuyer("bea", Marketplace.BUYER);
        var before = facts.toldOf(INQUIRY).size();
        take(received("Bea <BEA@buyer.example>", "9@buyer.example", "1@buyer.example"));
        take(received("Bea <BEA@buyer.example>", "9@buyer.example", "1@buyer.example"));
        assertThat(followUps()).isOne();
        assertThat(facts.toldOf(INQUIRY)).hasSize(before);
        take(sent(THEN.plusSeconds(1), "r", answers("9@buyer.example")));
        assertThat(found().by()).isEqualTo(MatchedBy.THREAD);
        take(IntStream.range(10, 220)
                .mapToObj(number -> received("bea@buyer.example", number + "@buyer.example", "1@buyer.example"))
                .toArray(SyncedMail[]::new));
        assertThat(followUps()).isEqualTo(200);
    }

    @Test
    @DisplayName("in the inbox, of anybody else, or about nothing, is forgotten")
    void inboxOfOthers() {
        take(received("bea@buyer.example", "9@buyer.example", "1@buyer.example"));
        knownBuyer("bea", Marketplace.BUYER);
        knownBuyer("pat", OTHER_BUYER);
        take(
                received("pat@buyer.example", "9@buyer.example", "1@buyer.example"),
                received("eve@other.example", "9@buyer.example", "1@buyer.example"),
                received("bea@buyer.example", "9@buyer.example", "x@buyer.example"));
        assertThat(followUps()).isZero();
        assertThat(replies(INQUIRY)).isEmpty();
    }

    @Test
    @DisplayName("in the inbox, of the supplier itself, is its reply, and in what was sent of whatever address")
    void ownCopy() {
        take(FoundMails.in(Folder.INBOX, sent(THEN, "r", answers("1@buyer.example"))));
        assertThat(found().folder()).isEqualTo(Folder.INBOX);
        take(FoundMails.of(
                Folder.SENT,
                THEN,
                "From: ann@shop.example\nTo: bea@buyer.example\nMessage-ID: <s@shop.example>\n"
                        + answers("1@buyer.example")));
        assertThat(replies(INQUIRY)).hasSize(2);
    }

    @Test
    @DisplayName("that a buyer calls its own by giving the supplier's address for its own is a reply all the same")
    void addressOfSupplier() {
        accounts.put(new Account("eve", Role.BUYER, Marketplace.BUYER.value(), "{noop}unused"));
        people.give("eve", ADDRESS);
        take(sent(THEN, "r", answers("1@buyer.example")));
        assertThat(state()).isEqualTo(InquiryState.TIMELY);
    }

    @Test
    @DisplayName("is from no later than now, and marked if its sender's clock is more than ten minutes off")
    void times() {
        take(sent(LATER.plusSeconds(30), "a", answers("1@buyer.example")));
        assertThat(reply().fact().occurredAt()).isEqualTo(LATER);
        for (var minutes : new int[] {-11, -10, 10, 11}) {
            var date = SentMails.date(THEN.plus(Duration.ofMinutes(minutes)));
            take(FoundMails.of(
                    Folder.SENT,
                    THEN,
                    "Date: " + date + "\nFrom: " + ADDRESS + "\nMessage-ID: <" + minutes + "@x>\n"
                            + answers("1@buyer.example")));
        }
        assertThat(mails.of(List.of(INQUIRY)))
                .extracting(mail -> mail.times().skewed())
                .containsExactlyInAnyOrder(false, false, false, true, true);
    }

    @Test
    @DisplayName("leaves a fixed list of headers: no id, no address, of who sent it the host, and to how many it went")
    void headers() {
        take(
                sent(
                        THEN,
                        "r",
                        answers("1@buyer.example")
                                + "\nReferences: <1@buyer.example>\nReceived: by x; y\nX-Secret: x\nCc: a@b.example, c@d.example\nSubject: Re: Pumps"));
        assertThat(kept().headers())
                .extracting(Header::line)
                .containsExactly(
                        "date: " + SentMails.date(THEN),
                        "subject: Re: Pumps",
                        "from-host: shop.example",
                        "to-count: 1",
                        "cc-count: 2");
        erase.erase(Marketplace.BUYER);
        assertThat(kept().headers()).isEmpty();
    }

    @Test
    @DisplayName("of an erased buyer's inquiry is a reply of which nothing else is kept, and nobody is asked about it")
    void erased() {
        erase.erase(Marketplace.BUYER);
        take(sent(THEN, "r", answers("1@buyer.example") + "\nReturn-Path: <>\nSubject: Re: Pumps"));
        assertThat(kept().headers()).isEmpty();
        assertThat(kept().review()).isNull();
    }

    @Test
    @DisplayName("that cannot be taken keeps no other from it")
    void fails() {
        var broken = FoundMails.of(
                Folder.SENT,
                Instant.MIN.plusSeconds(61),
                "From: " + ADDRESS + "\nMessage-ID: <b@x>\n" + answers("1@buyer.example"));
        take(broken, sent(THEN, "r", answers("1@buyer.example")));
        assertThat(replies(INQUIRY)).hasSize(1);
    }

    @Test
    @DisplayName(
            "waits in the list of mails to review with what speaks for it and against, and can be found to be about something else")
    void reviewed() throws Exception {
        knownBuyer("bea", Marketplace.BUYER);
        take(FoundMails.seenBefore(sent(THEN, "a", "Subject: Pumps"), LATER));
        assertThat(call(get("/api/mail-reviews")).getContentAsString())
                .contains("\"found\":{\"folder\":\"SENT\",\"matchedBy\":\"SUBJECT\",\"doubts\":[\"PUT_LATER\"]}");
        var page = get("/operations/mails/reviews").with(as(As.operations()));
        assertThat(call(page).getContentAsString())
                .contains("mailbox (sent mail): it has this inquiry’s subject", "It was put into the mailbox later")
                .contains("It is about something else", "not read: of a mailbox only headers are read");
        assertThat(call(get("/api/inquiries/i-1/trace")).getContentAsString())
                .contains("\"matchedBy\":\"SUBJECT\"", "\"doubts\":[\"PUT_LATER\"]", "from-host: shop.example");
        assertThat(call(get("/inquiries/i-1/trace").locale(Locale.CHINESE)).getContentAsString(StandardCharsets.UTF_8))
                .contains("见于供应商邮箱（已发送）", "放入邮箱的时间晚于其所示时间。");
        var decided = post(
                        "/api/mail-reviews/{fact}/decision", reply().fact().id().value())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"wroteIt\":\"NOT_ABOUT\"}");
        assertThat(call(decided).getStatus()).isEqualTo(200);
        assertThat(kept().review()).isEqualTo(Review.NOT_ABOUT);
        assertThat(call(get("/inquiries/i-1/trace")).getContentAsString()).contains("reviewed: about something else");
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder call) throws Exception {
        return mvc.perform(call).andReturn().getResponse();
    }

    @Test
    @DisplayName("that came through the relay is about the inquiry whose address it has: nobody can find otherwise")
    void relayed() {
        var unclear = SentMails.of(THEN, "Message-ID: <1@shop.example>\nReturn-Path: <>", "I will look into it.");
        var fact = Objects.requireNonNull(relay.take(INQUIRY, unclear).fact());
        assertThatThrownBy(() -> reviews.decide(fact, Review.NOT_ABOUT)).isInstanceOf(InvalidInput.class);
    }

    @Test
    @DisplayName("and is about nothing costs no statement, however many there are and however many they name")
    void statements() {
        knownBuyer("bea", Marketplace.BUYER);
        var one = statements.during(() -> take(unrelated(1)));
        var many = statements.during(() -> take(
                IntStream.range(0, 500).mapToObj(SyncedMailsTest::unrelated).toArray(SyncedMail[]::new)));
        assertThat(many).hasSameSizeAs(one);
        assertThat(CountedStatements.statementsIn(one)).isEqualTo(7);
    }

    private static SyncedMail unrelated(int number) {
        return sent(THEN, "u" + number, "Subject: Lunch\n" + answers("u@x.example", number + "@x.example"));
    }

    @Test
    @DisplayName("is the last that is taken of an inquiry after two hundred")
    void tooMany() {
        take(Stream.iterate(0, number -> number < 201, number -> number + 1)
                .map(number -> sent(THEN.plusSeconds(number), "r" + number, answers("1@buyer.example")))
                .toArray(SyncedMail[]::new));
        assertThat(mails.numberOf(INQUIRY)).isEqualTo(200);
    }
}
