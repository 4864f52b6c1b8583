package io.hourglass.mailbox.web;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.web.As;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.secrets.MailboxKeys;
import io.hourglass.mailbox.secrets.SecretField;
import io.hourglass.mailbox.secrets.SecretUnreadable;
import io.hourglass.mailbox.secrets.Secrets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HourglassTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("Mailboxes in the API")
class MailboxApiTest {

    private static final String PATH = "/api/suppliers/s1/mailbox";
    private static final String SECRET = "marked-pass-word";
    private static final String SERVER =
            "\"server\": {\"host\": \"IMAP.shop.example\", \"port\": 993, \"security\": \"IMPLICIT_TLS\"}";

    @Autowired
    private MockMvc http;

    @Autowired
    private Secrets secrets;

    @Autowired
    private MailboxKeys keys;

    @Autowired
    private JdbcClient jdbc;

    private ResultActions send(Caller by, String fields) throws Exception {
        return http.perform(put(PATH)
                .with(as(by))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"address\": \"sales@shop.example\"" + (fields.isEmpty() ? "" : ", " + fields) + "}"));
    }

    private ResultActions connect() throws Exception {
        return send(As.supplier("s1"), SERVER + ", \"password\": \"" + SECRET + "\"");
    }

    private String password() throws SecretUnreadable {
        var supplier = new SupplierId("s1");
        var sealed = secrets.find(supplier, SecretField.PASSWORD).orElseThrow();
        return keys.open(supplier, SecretField.PASSWORD, sealed).value();
    }

    @Test
    @DisplayName(
            "a supplier connects its own, and its secret is nowhere in answers, in the ledger, in the log or readable in a table")
    void connects(CapturedOutput output) throws Exception {
        var answer = connect()
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state", is("WAITING_FOR_FIRST")))
                .andExpect(jsonPath("$.user", is("sales@shop.example")))
                .andExpect(jsonPath("$.server.host", is("imap.shop.example")))
                .andReturn();
        assertThat(answer.getResponse().getContentAsString()).doesNotContain("marked");
        http.perform(get(PATH).with(as(As.supplier("s1"))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.password").doesNotExist());
        assertThat(password()).isEqualTo(SECRET);
        assertThat(jdbc.sql("select sealed from hourglass.mailbox_secret")
                        .query(String.class)
                        .single())
                .doesNotContain("marked");
        assertThat(ledger())
                .contains("connect a mailbox")
                .doesNotContain("marked")
                .doesNotContain("sales@");
        assertThat(output.getAll()).doesNotContain("marked");
    }

    private String ledger() {
        return String.join(
                "\n",
                jdbc.sql("select content from hourglass.ledger_record")
                        .query(String.class)
                        .list());
    }

    @Test
    @DisplayName("another supplier's is as if there were none, to operations each is open, and auditors may look")
    void whose() throws Exception {
        connect();
        http.perform(get(PATH).with(as(As.supplier("s2")))).andExpect(status().isNotFound());
        http.perform(get(PATH).with(as(As.auditor()))).andExpect(status().isOk());
        send(As.supplier("s2"), SERVER).andExpect(status().isNotFound());
        send(As.auditor(), SERVER).andExpect(status().isForbidden());
        send(As.operations(), "\"readInbox\": true")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.readInbox", is(true)));
        http.perform(get("/api/mailboxes").with(as(As.supplier("s1")))).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("what is kept stays without a password, and goes to no other server and under no other name")
    void changed() throws Exception {
        connect();
        send(As.supplier("s1"), SERVER + ", \"sentFolder\": \"Gesendet\"")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.sentFolder", is("Gesendet")));
        assertThat(password()).isEqualTo(SECRET);
        send(As.supplier("s1"), SERVER.replace("IMAP", "evil")).andExpect(status().isBadRequest());
        send(As.supplier("s1"), SERVER.replace("993", "143")).andExpect(status().isBadRequest());
        send(As.supplier("s1"), "\"user\": \"another\"").andExpect(status().isBadRequest());
        send(As.supplier("s1"), "\"user\": \"another\", \"password\": \"second\"")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.server.host", is("imap.shop.example")));
        assertThat(password()).isEqualTo("second");
        assertThat(ledger()).contains("change a mailbox");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"password\": \"x\"                                                                 | server",
                "\"server\": {\"host\": \"imap.shop.example\", \"port\": 993, \"security\": \"PLAIN\"} | password",
                "\"server\": {\"host\": \"nohost\", \"port\": 993, \"security\": \"STARTTLS\"}        | host",
                "\"server\": {\"host\": \"127.0.0.1:80/x\", \"port\": 993, \"security\": \"STARTTLS\"} | host",
                "\"server\": {\"host\": \"imap.shop.example\", \"port\": 0, \"security\": \"STARTTLS\"} | port",
                "\"server\": {\"host\": \"imap.shop.example\", \"port\": 65536, \"security\": \"STARTTLS\"} | port",
                "\"user\": \" \"                                                                     | user",
                "\"password\": \"marked\\u0000\"                                                     | password"
            })
    @DisplayName("what is missing or none is named, and a password is not repeated")
    void refused(String fields, String named) throws Exception {
        var answer = send(As.supplier("s1"), fields)
                .andExpect(status().isBadRequest())
                .andReturn();
        assertThat(answer.getResponse().getContentAsString()).contains(named).doesNotContain("marked");
        http.perform(get(PATH).with(as(As.supplier("s1")))).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("where its provider is known an address and a password are enough")
    void known() throws Exception {
        http.perform(put(PATH)
                        .with(as(As.supplier("s1")))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"address\": \"sales@163.com\", \"password\": \"x\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.server.host", is("imap.163.com")))
                .andExpect(jsonPath("$.server.port", is(993)))
                .andExpect(jsonPath("$.server.security", is("IMPLICIT_TLS")));
    }

    @Test
    @DisplayName("tried, it says what failed; without one there is nothing to try")
    void tried() throws Exception {
        http.perform(post(PATH + "/test").with(as(As.supplier("s1")))).andExpect(status().isNotFound());
        send(As.supplier("s1"), SERVER.replace("993", "25") + ", \"password\": \"" + SECRET + "\"");
        http.perform(post(PATH + "/test").with(as(As.supplier("s1"))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.works", is(false)))
                .andExpect(jsonPath("$.failure", is("ADDRESS_FORBIDDEN")))
                .andExpect(jsonPath("$.folders", hasSize(0)));
    }

    @Test
    @DisplayName("disconnected, its secret is gone; a second time there is none")
    void disconnected() throws Exception {
        connect();
        http.perform(delete(PATH).with(as(As.supplier("s1")))).andExpect(status().isNoContent());
        assertThat(secrets.find(new SupplierId("s1"), SecretField.PASSWORD)).isEmpty();
        http.perform(delete(PATH).with(as(As.supplier("s1")))).andExpect(status().isNotFound());
        assertThat(ledger()).contains("disconnect a mailbox");
    }

    @Test
    @DisplayName("operations see all, by state, and how many there are in each")
    void all() throws Exception {
        connect();
        http.perform(get("/api/mailboxes").with(as(As.operations())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.mailboxes", hasSize(1)))
                .andExpect(jsonPath("$.more", is(false)))
                .andExpect(jsonPath("$.states.WAITING_FOR_FIRST", is(1)));
        http.perform(get("/api/mailboxes").param("state", "REFUSED").with(as(As.operations())))
                .andExpect(jsonPath("$.mailboxes", hasSize(0)));
    }
}
