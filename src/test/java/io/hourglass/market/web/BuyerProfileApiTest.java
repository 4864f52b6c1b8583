package io.hourglass.market.web;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Scope;
import io.hourglass.access.web.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@DisplayName("The name of a buyer")
class BuyerProfileApiTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    private ResultActions name(Caller caller, String buyer, String name) throws Exception {
        return send(caller, buyer, "{\"name\": \"" + name + "\"}");
    }

    private ResultActions send(Caller caller, String buyer, String body) throws Exception {
        return mvc.perform(put("/api/buyers/{buyer}/profile", buyer)
                .with(as(caller))
                .contentType(APPLICATION_JSON)
                .content(body));
    }

    private ResultActions read(Caller caller, String buyer) throws Exception {
        return mvc.perform(get("/api/buyers/{buyer}/profile", buyer).with(as(caller)));
    }

    @Test
    @DisplayName("is given by operations or a system that describes, and read by them, auditors and the buyer")
    void given() throws Exception {
        read(As.operations(), "b1").andExpect(status().isNotFound());
        name(As.integration(Scope.DESCRIBE), "b1", "Rotterdam Pumps").andExpect(status().isOk());
        name(As.operations(), "b1", "Rotterdam Pumps B.V.")
                .andExpect(jsonPath("$.name").value("Rotterdam Pumps B.V."));
        for (var reader : new Caller[] {As.operations(), As.auditor(), As.buyer("b1"), As.integration(Scope.READ)}) {
            read(reader, "b1").andExpect(jsonPath("$.name").value("Rotterdam Pumps B.V."));
        }
    }

    @Test
    @DisplayName("is neither given nor read by others: not by another buyer, nor by a supplier")
    void others() throws Exception {
        name(As.operations(), "b1", "Rotterdam Pumps").andExpect(status().isOk());
        read(As.buyer("b2"), "b1").andExpect(status().isNotFound());
        read(As.supplier("s1"), "b1").andExpect(status().isForbidden());
        read(As.integration(Scope.SUBMIT), "b1").andExpect(status().isForbidden());
        for (var other : new Caller[] {As.buyer("b1"), As.supplier("s1"), As.auditor(), As.integration(Scope.READ)}) {
            name(other, "b1", "x").andExpect(status().isForbidden());
        }
        read(As.operations(), "b1").andExpect(jsonPath("$.name").value("Rotterdam Pumps"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    @DisplayName("has 1 to 200 characters")
    void length(int length) throws Exception {
        name(As.operations(), "b1", "价".repeat(length)).andExpect(status().isOk());
        read(As.operations(), "b1").andExpect(jsonPath("$.name").value("价".repeat(length)));
    }

    @Test
    @DisplayName("is refused where it is missing, blank, too long or cannot be kept, and the answer names the field")
    void refused() throws Exception {
        for (var wrong : new String[] {"", "  ", "x".repeat(201), "a\\u0000b", "\\ud83d"}) {
            name(As.operations(), "b1", wrong)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].field").value("name"));
        }
        send(As.operations(), "b1", "{}")
                .andExpect(jsonPath("$.errors[0].field").value("name"));
        name(As.operations(), " ", "x").andExpect(status().isBadRequest());
        assertThat(jdbc.sql("select count(*) from hourglass.buyer")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("is no action of the ledger, which would name a person for good")
    void noAction() throws Exception {
        name(As.operations(), "b1", "Rotterdam Pumps").andExpect(status().isOk());
        assertThat(jdbc.sql("select count(*) from hourglass.ledger_record where kind = 'ACTION'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
