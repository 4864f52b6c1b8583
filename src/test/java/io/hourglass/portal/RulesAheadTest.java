package io.hourglass.portal;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@HourglassTest
@DisplayName("A version of rules")
class RulesAheadTest {

    private static final String STANDING =
            """
            {"inForceFrom": "%s", "gatePercent": 60, "minimumSample": 1, "newcomerSample": 3,
             "exposureLeast": 0.5, "exposureNeutral": 1, "exposureMost": 2}""";

    private static final String DISPUTES =
            "{\"inForceFrom\": \"%s\", \"disputeWithinDays\": 10, \"decideWithinDays\": 5}";

    @Autowired
    private MockMvc mvc;

    @ParameterizedTest(name = "{0} from {1}: {2}")
    @CsvSource({
        "standing, 2027-03-03, 201",
        "standing, 2027-03-04, 400",
        "standing, 9999-12-31, 400",
        "dispute, 2027-03-03, 201",
        "dispute, 2027-03-04, 400",
        "dispute, 9999-12-31, 400"
    })
    @DisplayName("begins at most 366 days ahead, so that it locks out none after it; what is refused names the field")
    void ahead(String rules, String from, int expected) throws Exception {
        var body = (rules.equals("standing") ? STANDING : DISPUTES).formatted(from);
        var answer = mvc.perform(post("/api/" + rules + "-policies")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().is(expected));
        if (expected == 400) {
            answer.andExpect(jsonPath("$.errors[0].field").value("inForceFrom"));
        }
    }
}
