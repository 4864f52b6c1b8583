package io.hourglass.referral.web;

import static io.hourglass.inquiry.Marketplace.BUYER;
import static io.hourglass.inquiry.Marketplace.SUPPLIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.policy.versions.PolicyJson;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.rules.ReferralRules;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@DisplayName("Referrals in the API")
class ReferralApiTest {

    private static final String PUMPS = "Hardware/Pumps";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Alternatives alternatives;

    private InquiryId inquiry;

    @BeforeEach
    void asked() {
        marketplace.supplier("second", PUMPS);
        marketplace.supplier("third", PUMPS);
        inquiry = marketplace.inquiry("i", BUYER, SUPPLIER, PUMPS, "Hand pumps.");
        marketplace.pass(Duration.ofDays(3));
        marketplace.askForAlternatives(inquiry);
    }

    private ResultActions send(String path, String json) throws Exception {
        return mvc.perform(post(path).contentType(MediaType.APPLICATION_JSON).content(json));
    }

    private ResultActions pick(String json) throws Exception {
        return send("/api/inquiries/i/picks", json);
    }

    @Test
    @DisplayName("an offer is read with its state, its places, and its reasons in words, in English and in Chinese")
    void offer() throws Exception {
        mvc.perform(get("/api/inquiries/i/referral"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state", is("OFFERED")))
                .andExpect(jsonPath("$.picksAtMost", is(3)))
                .andExpect(jsonPath("$.offer", hasSize(2)))
                .andExpect(jsonPath("$.offer[0].place", is(1)))
                .andExpect(jsonPath("$.offer[0].reasons.category", is(PUMPS)))
                .andExpect(jsonPath("$.offer[0].inWords", hasItem(containsString("Hardware"))));
        mvc.perform(get("/api/inquiries/i/referral").locale(Locale.CHINESE).header("Accept-Language", "zh"))
                .andExpect(jsonPath("$.offer[0].inWords[0]").value(matchesPattern(".*\\p{IsHan}.*")));
    }

    @Test
    @DisplayName("a pick is answered with the inquiries carried over, and the same again with the same")
    void pick() throws Exception {
        var json = "{\"buyer\": \"buyer-1\", \"suppliers\": [\"second\"], \"consent\": true}";
        for (var time = 0; time < 2; time++) {
            pick(json)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.state", is("PICKED")))
                    .andExpect(jsonPath("$.picks", hasSize(1)))
                    .andExpect(jsonPath("$.picks[0].supplier", is("second")));
        }
        var carried = alternatives.of(inquiry).picks().get(0).newInquiry().value();
        mvc.perform(get("/api/inquiries/{id}", carried))
                .andExpect(jsonPath("$.channel", is("REFERRAL")))
                .andExpect(jsonPath("$.text", is("Hand pumps.")))
                .andExpect(jsonPath("$.carriedFrom", is("i")));
        mvc.perform(get("/api/inquiries/i"))
                .andExpect(jsonPath("$.carriedOverTo[0]", is(carried)))
                .andExpect(jsonPath("$.carriedFrom").doesNotExist());
        send("/api/inquiries/i/declines", "{\"buyer\": \"buyer-1\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.state", is("PICKED")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"suppliers\": [\"second\"], \"consent\": true} | buyer",
                "{\"buyer\": \"other\", \"suppliers\": [\"second\"], \"consent\": true} | buyer",
                "{\"buyer\": \"buyer-1\", \"suppliers\": [], \"consent\": true} | suppliers",
                "{\"buyer\": \"buyer-1\", \"suppliers\": [\"stranger\"], \"consent\": true} | suppliers",
                "{\"buyer\": \"buyer-1\", \"suppliers\": [\"second\"]} | consent",
                "{\"buyer\": \"buyer-1\", \"suppliers\": [\"second\"], \"consent\": false} | consent"
            })
    @DisplayName("a pick that breaks a rule is refused with its field, and carries nothing over")
    void badPicks(String json, String field) throws Exception {
        pick(json).andExpect(status().isBadRequest()).andExpect(jsonPath("$.errors[0].field", startsWith(field)));
        assertThat(alternatives.of(inquiry).picks()).isEmpty();
    }

    @Test
    @DisplayName("of an inquiry that is not known, or whose buyer never asked, there is no referral")
    void notKnown() throws Exception {
        marketplace.inquiry("quiet");
        mvc.perform(get("/api/inquiries/none/referral")).andExpect(status().isNotFound());
        mvc.perform(get("/api/inquiries/quiet/referral")).andExpect(status().isNotFound());
        send("/api/inquiries/quiet/declines", "{\"buyer\": \"buyer-1\"}").andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("a decline is answered with the state, and the same again with the same")
    void decline() throws Exception {
        for (var time = 0; time < 2; time++) {
            send("/api/inquiries/i/declines", "{\"buyer\": \"buyer-1\"}")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.state", is("DECLINED")));
        }
    }

    @Test
    @DisplayName("notices come in order, with the link of the buyer's page, from an instant on")
    void notices() throws Exception {
        var link = mvc.perform(get("/api/buyer-notices").param("since", "2026-03-01T00:00:00Z"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].inquiry", is("i")))
                .andExpect(jsonPath("$[0].buyer", is("buyer-1")))
                .andExpect(jsonPath("$[0].kind", is("ALTERNATIVES_AVAILABLE")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var path = new ObjectMapper().readTree(link).get(0).get("link").asText();
        mvc.perform(get(path)).andExpect(status().isOk());
        mvc.perform(get("/api/inquiries/i/notices")).andExpect(jsonPath("$[0].link", is(path)));
        mvc.perform(get("/api/buyer-notices")
                        .param("since", marketplace.now().plusMillis(1).toString()))
                .andExpect(jsonPath("$", hasSize(0)));
        mvc.perform(get("/api/buyer-notices").param("since", "yesterday")).andExpect(status().isBadRequest());
        mvc.perform(get("/api/inquiries/none/notices")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("the ledger, its places, self-dealing and the buyers served are read, and their parameters checked")
    void reports() throws Exception {
        pick("{\"buyer\": \"buyer-1\", \"suppliers\": [\"second\"], \"consent\": true}");
        mvc.perform(get("/api/referrals/exposures"))
                .andExpect(jsonPath("$", hasSize(2)))
                .andExpect(jsonPath("$[0].asked", is("supplier-1")));
        mvc.perform(get("/api/referrals/exposures").param("size", "1").param("page", "1"))
                .andExpect(jsonPath("$[0].place", is(2)));
        mvc.perform(get("/api/referrals/places")).andExpect(jsonPath("$[0].offered", is(1)));
        mvc.perform(get("/api/referrals/self-dealing")).andExpect(jsonPath("$", hasSize(0)));
        for (var affiliate : List.of("supplier-1", "second")) {
            describe(affiliate, "{\"company\": \"group\"}");
        }
        mvc.perform(get("/api/referrals/self-dealing"))
                .andExpect(jsonPath("$[0].asked", is("supplier-1")))
                .andExpect(jsonPath("$[0].gainer", is("second")))
                .andExpect(jsonPath("$[0].affiliates", is(true)));
        mvc.perform(get("/api/buyers-served")).andExpect(jsonPath("$.asked", is(0)));
        mvc.perform(get("/api/suppliers/supplier-1/buyers-served")).andExpect(status().isOk());
        mvc.perform(get("/api/suppliers/none/buyers-served")).andExpect(status().isNotFound());
        mvc.perform(get("/api/referrals/places").param("days", "0")).andExpect(status().isBadRequest());
        mvc.perform(get("/api/referrals/exposures").param("size", "1001")).andExpect(status().isBadRequest());
    }

    @Test
    @DisplayName("rules begin later; each must be named, and make sense")
    void rules() throws Exception {
        var rules = PolicyJson.write(ReferralRules.DEFAULT).toString();
        policy("2026-04-01T00:00:00Z", rules)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version", is(2)))
                .andExpect(jsonPath("$.rules.ranking.offeredAtMost", is(6)));
        policy("2026-04-01T00:00:00Z", rules)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field", is("inForceFrom")));
        policy("9999-01-01T00:00:00Z", rules)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field", is("inForceFrom")));
        broken(rules.replace("\"picksAtMost\":3", "\"picksAtMost\":7"), "rules.picksAtMost");
        broken(rules.replace("\"picksAtMost\":3,", ""), "rules");
        broken(rules.replace("\"gainPercent\"", "\"gainPerCent\""), "rules");
        broken(rules.replace("\"newcomerShare\":0.1", "\"newcomerShare\":1.1"), "rules.ranking.newcomerShare");
        broken(rules.replace("\"declared\":0.6", "\"declared\":0.9"), "rules.fit");
        broken(rules.replace("\"BUYER\":10.0", "\"BUYER\":0"), "rules.fit.backOff");
        mvc.perform(get("/api/referral-policies")).andExpect(jsonPath("$", hasSize(2)));
    }

    private void broken(String rules, String field) throws Exception {
        assertThat(rules).isNotEqualTo(PolicyJson.write(ReferralRules.DEFAULT).toString());
        policy("2026-05-01T00:00:00Z", rules)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field", startsWith(field)));
    }

    private ResultActions policy(String from, String rules) throws Exception {
        return send("/api/referral-policies", "{\"inForceFrom\": \"" + from + "\", \"rules\": " + rules + "}");
    }

    @Test
    @DisplayName("a supplier is described, read as described, and refused where a field breaks a rule")
    void profile() throws Exception {
        var described =
                "{\"name\": \"Wenzhou\", \"capacity\": 4, \"categories\": [\"Hardware/Valves\"], \"products\": \"球阀\"}";
        describe("new-one", described).andExpect(status().isOk());
        mvc.perform(get("/api/suppliers/new-one/profile"))
                .andExpect(jsonPath("$.name", is("Wenzhou")))
                .andExpect(jsonPath("$.capacity", is(4)))
                .andExpect(jsonPath("$.suspended", is(false)))
                .andExpect(jsonPath("$.categories[0]", is("Hardware/Valves")));
        mvc.perform(get("/api/suppliers/unknown/profile")).andExpect(status().isNotFound());
        refused("{\"capacity\": -1}", "capacity");
        refused("{\"categories\": [\"a//b\"]}", "categories");
        refused("{\"categories\": [\" \"]}", "categories");
        refused("{\"name\": \"\"}", "name");
        refused("{\"nickname\": \"x\"}", "nickname");
        mvc.perform(get("/api/suppliers/new-one/profile")).andExpect(jsonPath("$.name", is("Wenzhou")));
    }

    private void refused(String profile, String field) throws Exception {
        describe("new-one", profile)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field", startsWith(field)));
    }

    private ResultActions describe(String supplier, String profile) throws Exception {
        return mvc.perform(put("/api/suppliers/{id}/profile", supplier)
                .contentType(MediaType.APPLICATION_JSON)
                .content(profile));
    }
}
