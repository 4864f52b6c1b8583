package io.hourglass.portal;

import static io.hourglass.CleanSlate.START;
import static io.hourglass.access.web.As.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.hourglass.HourglassTest;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.access.callers.Scope;
import io.hourglass.access.keys.KeyRing;
import io.hourglass.access.web.As;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.Chats;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.imports.StartImport;
import io.hourglass.imports.StartImport.Asked;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.reading.InquiryFile.KeptFact;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.boxes.Mailbox.Folders;
import io.hourglass.mailbox.imap.Login.Security;
import io.hourglass.mailbox.secrets.Secret;
import io.hourglass.mailbox.setup.MailboxWish;
import io.hourglass.mailbox.setup.SetUpMailbox;
import io.hourglass.mailing.links.MailLinks;
import io.hourglass.mailing.links.MailLinks.Link;
import io.hourglass.mailing.links.MailLinks.Purpose;
import io.hourglass.market.buyers.NameBuyer;
import io.hourglass.market.buyers.NameBuyer.Named;
import io.hourglass.messages.setup.SetUpWebhooks;
import io.hourglass.persons.ErasePerson;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.Alternatives.Choice;
import io.hourglass.referral.links.BuyerLinks;
import io.hourglass.referral.offers.OfferClosed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Every page and every list of the API, read by real threads while inquiries come in, days close, buyers pick and are erased. */
@HourglassTest
abstract class ReadsAgainstWrites {

    private static final String PUMPS = "Hardware/Pumps";
    private static final List<String> SUPPLIERS = List.of("s-0", "s-1", "s-2", "s-3");
    private static final int A_DAY = 6;
    private static final int ROUNDS = 15;
    private static final int READERS = 2;

    /** Nothing has failed in this test, nobody has forgotten a password, and none is led back by a provider. */
    private static final Set<String> NOT_RACED = Set.of(
            "/mailbox-grants",
            "/operations/incidents/{incident}",
            "/operations/abnormal-accounts/{caught}",
            "/password/reset/{token}",
            "/mail/inquiries/{token}",
            "/mail/inquiries/{token}/rejections",
            "/mail/inquiries/{token}/spam-reports");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Chats chats;

    @Autowired
    private Accounts accounts;

    @Autowired
    private KeyRing keys;

    @Autowired
    private NameBuyer named;

    @Autowired
    private Inquiries inquiries;

    @Autowired
    private InquiryFiles files;

    @Autowired
    private Alternatives alternatives;

    @Autowired
    private ErasePerson erase;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private BuyerLinks links;

    @Autowired
    private MailLinks mailLinks;

    @Autowired
    private StartImport imports;

    @Autowired
    private SetUpWebhooks webhooks;

    @Autowired
    private SetUpMailbox mailboxes;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final Set<String> broken = new ConcurrentSkipListSet<>();
    private final Set<String> found = new ConcurrentSkipListSet<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<Integer, String> consultations = new ConcurrentHashMap<>();
    private int picked;
    private String key = "";
    private String file = "";
    private String webhook = "";

    @BeforeEach
    void aWeekOfTrade() throws IOException {
        SUPPLIERS.forEach(id -> marketplace.supplier(id, PUMPS));
        accounts.put(new Account("li", Role.SUPPLIER, SUPPLIERS.get(0), "hash"));
        key = keys.make("backend", Set.of(Scope.READ), As.operations()).key().id();
        file = imports.start(
                        new Asked("a.csv", false, "li"), new ByteArrayInputStream("event,inquiry\n".getBytes(UTF_8)))
                .id();
        webhook = webhooks.add("https://example.com/hooks", List.of("verdict.booked", "number.published"))
                .webhook()
                .id();
        SUPPLIERS.forEach(this::mailbox);
        for (var day = 0; day < 8; day++) {
            Stream.generate(this::trade).limit(A_DAY).forEach(id -> {});
            marketplace.pass(Duration.ofDays(1));
        }
        raise.raise(new RaiseDispute.Raised(
                new DisputeId("d"),
                id(1),
                new Claim(InquiryFactKind.REPLIED, START, AuthorKind.HUMAN, null),
                "A log.",
                "li"));
        picked = sent.get() - 1 - 4 * A_DAY;
        assertThat(askAndPick(picked)).isTrue();
    }

    private void mailbox(String supplier) {
        mailboxes.put(
                new SupplierId(supplier),
                new MailboxWish(
                        "sales@shop.example",
                        null,
                        new ImapServer("imap.shop.example", 993, Security.IMPLICIT_TLS),
                        null,
                        new Secret("code"),
                        new Folders(null, false)));
    }

    @Test
    @DisplayName("what is read while all else happens is whole: no failure, no case read by halves")
    void whole() {
        var reads = reads();
        var over = new AtomicBoolean();
        var threads = Executors.newCachedThreadPool();
        try {
            var readers = Stream.iterate(0, number -> number + 1)
                    .limit(READERS)
                    .map(number -> CompletableFuture.runAsync(() -> readOn(reads, number, over), threads))
                    .toList();
            var writers = Stream.<Runnable>of(this::intake, this::daysClose, this::pick, this::eraseBuyers)
                    .map(writer -> CompletableFuture.runAsync(writer, threads))
                    .toList();
            writers.forEach(CompletableFuture::join);
            over.set(true);
            readers.forEach(CompletableFuture::join);
        } finally {
            over.set(true);
            threads.shutdown();
        }

        assertThat(broken).isEmpty();
        var missing = new TreeSet<>(reads);
        missing.removeAll(found);
        assertThat(missing).as("never found").isSubsetOf(NOT_RACED);
    }

    /** Of an account that there may be: what is done with it is not asked before it is done. */
    private String mailToken(String path) {
        var purpose = path.startsWith("/mail/confirm/") ? Purpose.CONFIRM : Purpose.UNSUBSCRIBE;
        return mailLinks.sign(new Link(purpose, "li", "", marketplace.now().plus(Duration.ofDays(9))));
    }

    @Test
    @DisplayName("whatever only reads sees one state of the database, in all its tables, however many queries it makes")
    void oneState() {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.executeWithoutResult(state -> {
            var before = inquiries.count();
            var late = CompletableFuture.supplyAsync(this::trade).join();
            assertThat(inquiries.count()).isEqualTo(before);
            assertThat(inquiries.find(late)).isEmpty();
        });
    }

    private void readOn(List<String> reads, int first, AtomicBoolean over) {
        for (var at = first; !over.get() || at < reads.size(); at += READERS) {
            read(reads.get(at % reads.size()), at);
            read("/suppliers/{supplier}/inbox", at);
            checkWhole(sent.get() - at % 4);
        }
    }

    private void read(String path, int at) {
        var number = numberFor(path, at);
        try {
            var answer = mvc.perform(on(path, get(address(path, number)))
                            .param("since", START.toString())
                            .param("step", InquiryNodes.KEEP_CASE_OPEN)
                            .param("process", "inquiry")
                            .param("inquiry", id(number).value())
                            .param("key", id(number).value())
                            .param("from", path.endsWith("/differences") ? "1" : "2026-03-01")
                            .param("to", to(path))
                            .param("supplier", supplier(number))
                            .with(as(reader(path, number))))
                    .andReturn()
                    .getResponse();
            if (answer.getStatus() >= 500) {
                broken.add(path + ": " + answer.getStatus());
            } else if (answer.getStatus() < 400) {
                found.add(path);
            }
        } catch (Exception e) {
            broken.add(path + ": " + e);
        }
    }

    private int numberFor(String path, int at) {
        if (path.endsWith("/referral")) {
            return picked;
        }
        return path.endsWith("/proof") ? 1 : Math.max(0, sent.get() - 1 - at * 7 % (6 * A_DAY));
    }

    /** Every GET of the program. */
    private List<String> reads() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(read -> read.getValue().getBeanType().getName().startsWith("io.hourglass."))
                .filter(read -> !Collections.disjoint(
                        read.getKey().getMethodsCondition().getMethods(), Set.of(RequestMethod.GET)))
                .flatMap(read -> read.getKey().getPatternValues().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private URI address(String path, int number) {
        var inquiry = id(number);
        var token = links.sign(inquiry, buyer(number), marketplace.now().plus(Duration.ofDays(3)));
        return UriComponentsBuilder.fromPath(path)
                .build(Map.ofEntries(
                        entry("kind", "reply"),
                        entry("track", Track.INQUIRY.name()),
                        entry("case", inquiry.value()),
                        entry("inquiry", inquiry.value()),
                        entry("supplier", supplier(number)),
                        entry("buyer", buyer(number).value()),
                        entry("token", path.startsWith("/mail/") ? mailToken(path) : token),
                        entry("dispute", "d"),
                        entry("role", "supplier"),
                        entry("name", "li"),
                        entry("id", path.contains("/imports/") ? file : key),
                        entry("process", "inquiry"),
                        entry("account", account(number).value()),
                        entry("consultation", consultations.getOrDefault(number, "none")),
                        entry("incident", "none"),
                        entry("webhook", webhook),
                        entry("mail", "none"),
                        entry("caught", "none"),
                        entry("outage", "1"),
                        entry("fact", "none")));
    }

    /** Chat has no number of today before six in the morning, and there may be one read alone: of a day that has one. */
    private static MockHttpServletRequestBuilder on(String path, MockHttpServletRequestBuilder read) {
        return path.matches("/api/chat/.*/published-number/.*") ? read.param("on", "2026-03-09") : read;
    }

    private static String to(String path) {
        if (path.endsWith("/differences")) {
            return "1";
        }
        return path.matches(".*/(chat/diagnosis|diagnosis|tallies)") ? "2026-03-02" : "2026-06-01";
    }

    private static Caller reader(String path, int number) {
        if (path.matches(".*/new-inquiry|.*/\\{inquiry}/alternatives")) {
            return As.buyer(buyer(number).value());
        }
        if (path.matches("/suppliers/.*/(objections|replies|display|\\{[a-z]+}/disputes)")) {
            return As.supplier(supplier(number));
        }
        if (path.endsWith("/effect")) {
            return As.auditor();
        }
        return path.startsWith("/api") ? As.SYSTEM : As.operations();
    }

    /** A verdict and the facts beside it are of one moment. */
    private void checkWhole(int number) {
        inquiries.find(id(number)).map(inquiry -> files.open(inquiry.id())).ifPresent(file -> {
            var answered = file.facts().stream().anyMatch(KeptFact::answers);
            if (answered != (file.judgement().state() == InquiryState.TIMELY)) {
                broken.add("a case that is " + file.judgement().state() + " of " + file.facts());
            }
        });
    }

    /** One for each supplier. */
    private static AccountId account(int number) {
        return new AccountId("account-of-" + supplier(number));
    }

    private InquiryId trade() {
        var number = sent.get();
        named.name(new Named(buyer(number), "Buyer"));
        var id = marketplace.inquiry(id(number).value(), buyer(number), new SupplierId(supplier(number)), PUMPS, "?");
        var asked = chats.records(chats.report(ChatFactKind.ASKED, buyer(number), account(number))
                .shop(new SupplierId(supplier(number))));
        consultations.put(number, asked.id().value());
        sent.incrementAndGet();
        if (number % 3 == 0) {
            marketplace.reply(id);
        }
        return id;
    }

    private void intake() {
        Stream.generate(this::trade).limit(ROUNDS * 5L).forEach(id -> {});
    }

    private void daysClose() {
        for (var round = 0; round < ROUNDS; round++) {
            marketplace.pass(Duration.ofHours(2));
        }
    }

    private void pick() {
        for (var number = 3 * A_DAY; number < 3 * A_DAY + ROUNDS; number++) {
            askAndPick(number);
        }
    }

    private boolean askAndPick(int number) {
        try {
            marketplace.askForAlternatives(id(number));
            var offer = alternatives.of(id(number)).offer();
            alternatives.pick(new Choice(id(number), Set.of(offer.get(0).supplier()), true));
            return true;
        } catch (NotFound | OfferClosed | InvalidInput e) {
            return false; // it was answered, has expired, or somebody takes no more
        }
    }

    private void eraseBuyers() {
        for (var number = 0; number < ROUNDS; number++) {
            erase.erase(buyer(number));
        }
    }

    private static InquiryId id(int number) {
        return new InquiryId("i-" + number);
    }

    private static String supplier(int number) {
        return SUPPLIERS.get(number % SUPPLIERS.size());
    }

    private static BuyerId buyer(int number) {
        return new BuyerId("b-" + number);
    }
}
