package io.hourglass.portal.alternatives;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.Suppliers;
import io.hourglass.market.profiles.SupplierProfile;
import io.hourglass.market.profiles.SupplierProfiles;
import io.hourglass.referral.links.BuyerLinks;
import io.hourglass.referral.offers.Pick;
import io.hourglass.referral.offers.Referral;
import io.hourglass.referral.offers.ReferralState;
import io.hourglass.referral.offers.Referrals;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A buyer with a browser, and a marketplace in which suppliers of pumps have profiles and numbers. */
@TestComponent
public class BuyersBrowser {

    static final String PUMPS = "Hardware/Pumps";

    private static final LocalDate ASKED_ON = LocalDate.parse("2026-03-05");

    private final MockMvc mvc;
    private final Marketplace marketplace;
    private final SubmitInquiry submit;
    private final RecordFact record;
    private final InquiryFiles files;
    private final Suppliers suppliers;
    private final SupplierProfiles profiles;
    private final BuyerLinks links;
    private final Referrals referrals;
    private final JdbcClient jdbc;
    private final Clock clock;

    BuyersBrowser(
            MockMvc mvc,
            Marketplace marketplace,
            SubmitInquiry submit,
            RecordFact record,
            InquiryFiles files,
            Suppliers suppliers,
            SupplierProfiles profiles,
            BuyerLinks links,
            Referrals referrals,
            JdbcClient jdbc,
            Clock clock) {
        this.mvc = mvc;
        this.marketplace = marketplace;
        this.submit = submit;
        this.record = record;
        this.files = files;
        this.suppliers = suppliers;
        this.profiles = profiles;
        this.links = links;
        this.referrals = referrals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One page as it was answered. */
    record Page(MockHttpServletResponse response) {

        int status() {
            return response.getStatus();
        }

        String html() {
            return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        }
    }

    /** Suppliers {@code s1}, {@code s2} and so on, named and dealing in pumps; each answered 61 of 68. */
    void pumpMakers(int count) {
        for (var i = 1; i <= count; i++) {
            pumpMaker("s" + i, "Pump Maker " + i, 5 * i);
            number("s" + i, 61, 68);
        }
    }

    void pumpMaker(String id, String name, @Nullable Integer capacity) {
        var supplier = new SupplierId(id);
        suppliers.met(supplier, clock.instant());
        profiles.put(
                supplier,
                new SupplierProfile(
                        name, null, capacity, false, List.of(PUMPS), "centrifugal pumps, stainless steel valves"));
    }

    void dealsIn(SupplierId supplier, String category) {
        profiles.put(supplier, new SupplierProfile(null, null, null, false, List.of(category), null));
    }

    /** Through referrals of others, within the period. */
    void gainedAlready(SupplierId supplier, int count) {
        for (var i = 0; i < count; i++) {
            var inquiry = new InquiryId("other-" + i);
            referrals.add(
                    Referral.builder()
                            .inquiry(inquiry)
                            .root(inquiry)
                            .rootDay(ASKED_ON)
                            .buyer(new BuyerId("other-" + i))
                            .asked(Marketplace.SUPPLIER)
                            .state(ReferralState.PICKED)
                            .askedAt(clock.instant())
                            .expiresAt(clock.instant())
                            .policyVersion(1)
                            .build(),
                    List.of());
            referrals.add(List.of(Pick.builder()
                    .inquiry(inquiry)
                    .asked(Marketplace.SUPPLIER)
                    .supplier(supplier)
                    .place(1)
                    .newInquiry(new InquiryId("carried-" + i))
                    .root(inquiry)
                    .rootDay(ASKED_ON)
                    .pickedAt(clock.instant())
                    .build()));
        }
    }

    void number(String supplier, int timely, int countable) {
        number(supplier, 1, timely, countable);
    }

    void number(String supplier, int revision, int timely, int countable) {
        jdbc.sql(
                        """
                        insert into hourglass.published_number
                            (track, subject, published_on, revision, window_from, window_to, timely, countable, published_at)
                        values ('INQUIRY', ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        supplier,
                        Date.valueOf(ASKED_ON),
                        revision,
                        Date.valueOf(ASKED_ON.minusDays(34)),
                        Date.valueOf(ASKED_ON.minusDays(5)),
                        timely,
                        countable,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** To {@code supplier-1}, about pumps. */
    InquiryId inquiry(String id) {
        return inquiry(id, PUMPS, new FactText("Pumps", "We need 40 centrifugal pumps."));
    }

    InquiryId inquiry(String id, @Nullable String category, FactText text) {
        return submit.submit(Submission.builder()
                        .id(new InquiryId(id))
                        .buyer(Marketplace.BUYER)
                        .supplier(Marketplace.SUPPLIER)
                        .channel(Channel.WEB)
                        .category(category)
                        .receivedAt(clock.instant())
                        .text(text)
                        .build())
                .inquiry();
    }

    /** An inquiry that nobody answered, at its deadline. */
    InquiryId unanswered(String id) {
        var inquiry = inquiry(id);
        marketplace.pass(Duration.ofDays(3));
        return inquiry;
    }

    /** An unanswered inquiry whose buyer has asked, and was offered as many suppliers. */
    InquiryId offered(String id, int count) {
        pumpMakers(count);
        var inquiry = unanswered(id);
        ask(inquiry);
        return inquiry;
    }

    void reply(InquiryId inquiry, String text) {
        record.record(FactReport.builder()
                .id(new FactId("reply-to-" + inquiry))
                .inquiry(inquiry)
                .kind(InquiryFactKind.REPLIED)
                .author(AuthorKind.HUMAN)
                .channel(Channel.WEB)
                .occurredAt(clock.instant())
                .text(new FactText(null, text))
                .build());
    }

    String link(InquiryId inquiry) {
        return link(inquiry, Marketplace.BUYER);
    }

    String link(InquiryId inquiry, BuyerId buyer) {
        return links.sign(
                inquiry, buyer, files.open(inquiry).judgement().clocks().offerExpires());
    }

    Page open(InquiryId inquiry, String language) {
        return open(link(inquiry), language);
    }

    Page open(String token, String language) {
        return send(get("/alternatives/" + token), language);
    }

    Page ask(InquiryId inquiry) {
        return send(post("/alternatives/" + link(inquiry) + "/request"), "en");
    }

    Page pick(InquiryId inquiry, boolean consent, String... suppliers) {
        var form = post("/alternatives/" + link(inquiry) + "/picks");
        if (suppliers.length > 0) {
            form.param("supplier", suppliers);
        }
        return send(consent ? form.param("consent", "true") : form, "en");
    }

    Page decline(InquiryId inquiry) {
        return send(post("/alternatives/" + link(inquiry) + "/decline"), "en");
    }

    Page send(MockHttpServletRequestBuilder request, String language) {
        try {
            return new Page(
                    mvc.perform(request.header("Accept-Language", language).with(anonymous()))
                            .andReturn()
                            .getResponse());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
