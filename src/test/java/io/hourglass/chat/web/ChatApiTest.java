package io.hourglass.chat.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Scope;
import io.hourglass.access.web.As;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@DisplayName("Chat in the API")
class ChatApiTest {

    @Autowired
    private MockMvc mvc;

    private ResultActions send(String address, String body) throws Exception {
        return mvc.perform(post("/api/chat/" + address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(As.as(As.integration(Scope.SUBMIT))));
    }

    private static String message(String id, String author, String more) {
        return "{\"id\": \"%s\", \"buyer\": \"b\", \"account\": \"anna\", \"author\": \"%s\"%s}"
                .formatted(id, author, more);
    }

    private static final String OF_SHOP = ", \"shop\": \"s\"";

    @Test
    @DisplayName("a message opens a consultation, an answer decides it, and the same again is answered the same")
    void messages() throws Exception {
        send("messages", message("m1", "BUYER", OF_SHOP))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.consultation.state").value("OPEN"))
                .andExpect(jsonPath("$.consultation.shop").value("s"))
                .andExpect(jsonPath("$.consultation.dayEnds").value("2026-03-02T16:00:00Z"));
        send("messages", message("m2", "HUMAN", ""))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.consultation.rule").value("ANSWERED_SAME_DAY"))
                .andExpect(jsonPath("$.consultation.decidingFact").value("m2"));
        send("messages", message("m2", "HUMAN", ""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.consultation.state").value("ANSWERED"));
        send("messages", message("m2", "AI_AGENT", "")).andExpect(status().isConflict());
    }

    @Test
    @DisplayName("whoever may be named as an author can be")
    void authors() throws Exception {
        for (var author : MessageAuthor.values()) {
            send("messages", message("by-" + author, author.name(), OF_SHOP)).andExpect(status().isCreated());
        }
    }

    @Test
    @DisplayName("a message of a batch that is refused for its buyer puts no account on the list")
    void refusedBuyer() throws Exception {
        send(
                        "messages/batch",
                        "{\"messages\": [%s]}"
                                .formatted(message("m1", "BUYER", OF_SHOP).replace("\"b\"", "\".\"")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.refused").value(1));
        send("messages", message("m2", "BUYER", ""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("account")));
    }

    @Test
    @DisplayName("what is refused names the field, and changes nothing")
    void refused() throws Exception {
        send("messages", message("m1", "BUYER", ""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("account")));
        send("messages", message("m1", "PARROT", OF_SHOP))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("author")));
        send("messages", message("m1", "BUYER", OF_SHOP + ", \"occurredAt\": \"2026-03-02T02:06:00Z\""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("occurredAt")));
        send("messages", message("m1", "BUYER", OF_SHOP)).andExpect(status().isCreated());
        send("messages", message("m3", "BUYER", ", \"shop\": \"other\""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("the shop of the account anna")));
        send("transfers", "{\"id\": \"t1\", \"buyer\": \"b\", \"from\": \"anna\", \"to\": \"anna\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("another account than the one")));
        send("marks", "{\"id\": \"k1\", \"buyer\": \"b\", \"mark\": \"OWN\"}").andExpect(status().isBadRequest());
        send("marks", "{\"id\": \"k1\", \"buyer\": \"b\", \"mark\": \"STAFF\", \"shop\": \"s\"}")
                .andExpect(status().isBadRequest());
        send("corrections", "{\"id\": \"c1\", \"kind\": \"RETRACTED\", \"about\": \"nothing\"}")
                .andExpect(status().isNotFound());
        send("corrections", "{\"id\": \"c1\", \"kind\": \"RECLASSIFIED\", \"about\": \"m1\", \"author\": \"HUMAN\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("a fact that can be RECLASSIFIED")));
    }

    @Test
    @DisplayName("a batch takes each message that can be taken, and says what became of each")
    void batch() throws Exception {
        send("messages", message("known", "BUYER", OF_SHOP));
        var batch = "{\"messages\": [%s, %s, %s, %s]}"
                .formatted(
                        message("known", "BUYER", OF_SHOP),
                        message("refused", "BUYER", ", \"shop\": \"other\""),
                        message("asked", "BUYER", ""),
                        message("answer", "AI_AGENT", ""));
        send("messages/batch", batch)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kept").value(2))
                .andExpect(jsonPath("$.known").value(1))
                .andExpect(jsonPath("$.refused").value(1))
                .andExpect(jsonPath("$.messages[*].result").value(contains("KNOWN", "REFUSED", "KEPT", "KEPT")))
                .andExpect(jsonPath("$.messages[1].detail").value(containsString("the shop of the account")))
                .andExpect(jsonPath("$.messages[3].state").value("ANSWERED"));
        send("messages/batch", batch).andExpect(jsonPath("$.known").value(3));
        send("messages/batch", "{\"messages\": []}").andExpect(status().isBadRequest());
        send("messages/batch", "{\"messages\": [%s]}".formatted(message("bad", "PARROT", "")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("messages[0].author")));
    }

    @Test
    @DisplayName("a consultation is read by its shop and its buyer, and is unknown to others")
    void parties() throws Exception {
        var answer = send("messages", message("m1", "BUYER", OF_SHOP + ", \"text\": \"In stock?\""))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var id = JsonPath.<String>read(answer, "$.consultation.id");
        for (var party : List.of(As.operations(), As.auditor(), As.supplier("s"), As.buyer("b"))) {
            mvc.perform(get("/api/chat/consultations/{id}", id).with(As.as(party)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.facts", hasSize(1)))
                    .andExpect(jsonPath("$.facts[0].text").value("In stock?"));
        }
        for (var other : List.of(As.supplier("other"), As.buyer("other"))) {
            mvc.perform(get("/api/chat/consultations/{id}", id).with(As.as(other)))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    @DisplayName("an account that is merged hands on what names it later; published numbers stay as they are")
    void merged() throws Exception {
        account("anna", "{\"shop\": \"s\", \"name\": \"Anna\"}")
                .andExpect(jsonPath("$.name").value("Anna"));
        account("ben", "{\"shop\": \"s\"}").andExpect(status().isOk());
        account("ben", "{\"shop\": \"other\"}").andExpect(status().isBadRequest());
        close("anna", "{\"into\": \"anna\"}").andExpect(status().isBadRequest());
        close("anna", "{\"into\": \"nobody\"}").andExpect(status().isNotFound());
        close("anna", "{\"into\": \"ben\"}").andExpect(jsonPath("$.mergedInto").value("ben"));
        close("anna", "{\"into\": \"ben\"}").andExpect(status().isOk());
        send("messages", message("before", "BUYER", ", \"occurredAt\": \"2026-03-02T01:59:59Z\""))
                .andExpect(jsonPath("$.consultation.account").value("anna"));
        send("messages", message("after", "BUYER", ""))
                .andExpect(jsonPath("$.consultation.account").value("ben"));
    }

    @Test
    @DisplayName("an account of the shop that writes to another of the same shop is no buyer (C10)")
    void colleagues() throws Exception {
        send("messages", message("m1", "BUYER", OF_SHOP))
                .andExpect(jsonPath("$.consultation.state").value("OPEN"));
        account("b", "{\"shop\": \"s\"}");
        send("messages", message("m2", "BUYER", ""))
                .andExpect(jsonPath("$.consultation.rule").value("BUYER_IS_ACCOUNT_OF_SHOP"));
    }

    private ResultActions account(String account, String body) throws Exception {
        return mvc.perform(put("/api/chat/accounts/" + account)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(As.as(As.operations())));
    }

    private ResultActions close(String account, String body) throws Exception {
        return mvc.perform(post("/api/chat/accounts/" + account + "/closure")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(As.as(As.operations())));
    }
}
