package io.hourglass.web.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@HourglassTest
class ProblemsTest {

    @Autowired
    private MockMvc mvc;

    private final MockMvc failing = MockMvcBuilders.standaloneSetup(new Failing())
            .setControllerAdvice(new Problems())
            .build();

    @RestController
    static class Failing {

        @GetMapping("/database")
        String database() {
            throw new DataAccessResourceFailureException("jdbc:h2:secret");
        }

        @GetMapping("/transaction")
        String transaction() {
            throw new CannotCreateTransactionException("jdbc:h2:secret");
        }

        @GetMapping("/bug")
        String bug() {
            throw new IllegalStateException("a secret of the house");
        }
    }

    @Test
    @DisplayName("a call that is not there is a 403 problem, like one that the caller may not make")
    void unknownPath() throws Exception {
        mvc.perform(get("/api/nothing"))
                .andExpect(status().isForbidden())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(403))
                .andExpect(jsonPath("$.instance").value("/api/nothing"));
    }

    @Test
    @DisplayName("a method that is not for this path is a 403 problem")
    void wrongMethod() throws Exception {
        mvc.perform(delete("/api/inquiries/q1"))
                .andExpect(status().isForbidden())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    @DisplayName("a body that is no JSON is a 415 problem")
    void wrongMediaType() throws Exception {
        mvc.perform(post("/api/inquiries").contentType(MediaType.TEXT_PLAIN).content("hello"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    @DisplayName("the engine's REST API is off")
    void engineRest() throws Exception {
        mvc.perform(get("/engine-rest/engine")).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("when the database is away, the answer is 503 with Retry-After")
    void databaseAway() throws Exception {
        for (var path : new String[] {"/database", "/transaction"}) {
            failing.perform(get(path))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(header().string("Retry-After", "5"))
                    .andExpect(jsonPath("$.status").value(503));
        }
    }

    @Test
    @DisplayName("our own fault is a 500 problem that shows nothing of the inside")
    void ownFault() throws Exception {
        var answer = failing.perform(get("/bug"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).doesNotContain("secret").doesNotContain("Exception");
    }
}
