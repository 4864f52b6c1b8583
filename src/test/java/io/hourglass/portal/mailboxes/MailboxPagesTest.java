package io.hourglass.portal.mailboxes;

import static io.hourglass.access.web.As.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.web.As;
import io.hourglass.engine.SettableClock;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.boxes.MailboxState;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.mailbox.coverage.RecordCoverage;
import io.hourglass.mailbox.imap.Login.Security;
import java.io.FileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HourglassTest
@DisplayName("The pages of mailboxes")
class MailboxPagesTest {

    private static final SupplierId SUPPLIER = new SupplierId("s1");
    private static final String PAGE = "/suppliers/s1/mailbox";
    private static final Caller OWN = As.supplier("s1");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private RecordCoverage record;

    @Autowired
    private SettableClock clock;

    private MockHttpServletResponse call(MockHttpServletRequestBuilder call, Caller caller) throws Exception {
        var response = mvc.perform(call.with(as(caller))).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private String page(Caller caller) throws Exception {
        var response = call(get(PAGE).locale(Locale.ENGLISH), caller);
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString();
    }

    private static MockHttpServletRequestBuilder form(String password) {
        return post(PAGE)
                .param("address", "sales@shop.example")
                .param("password", password)
                .param("user", "")
                .param("host", "imap.shop.example")
                .param("port", "993")
                .param("security", "IMPLICIT_TLS")
                .param("sentFolder", "")
                .locale(Locale.ENGLISH);
    }

    @Test
    @DisplayName(
            "show a supplier without one how to connect it, and what is read and never is, before its first inquiry too")
    void without() throws Exception {
        assertThat(page(OWN))
                .contains("No mailbox is connected.", "Connect the mailbox", "Never a text, never an attachment.");
        assertThat(call(get(PAGE).locale(Locale.CHINESE), OWN).getContentAsString())
                .contains("尚未连接邮箱", "从不读取正文和附件。");
    }

    @Test
    @DisplayName("connect, change and disconnect a mailbox; the password is on no page")
    void connects() throws Exception {
        assertThat(call(form("marked-secret"), OWN).getStatus()).isEqualTo(303);
        var page = page(OWN);
        assertThat(page)
                .contains("Waiting for the first reading", "imap.shop.example:993", "Change the mailbox")
                .doesNotContain("marked-secret");
        assertThat(call(form("").param("readInbox", "true"), As.operations()).getStatus())
                .isEqualTo(303);
        assertThat(mailboxes.find(SUPPLIER).orElseThrow().folders().inbox()).isTrue();
        assertThat(call(post(PAGE + "/disconnection"), OWN).getStatus()).isEqualTo(303);
        assertThat(call(post(PAGE + "/disconnection"), OWN).getStatus()).isEqualTo(303);
        assertThat(mailboxes.find(SUPPLIER)).isEmpty();
    }

    @Test
    @DisplayName("show a mistake at its field, and keep nothing")
    void mistakes() throws Exception {
        for (var wrong : new String[][] {
            {"address", "nobody"},
            {"host", "no host"},
            {"port", "many"},
            {"port", "70000"},
            {"sentFolder", "a\u0000b"}
        }) {
            var response = call(
                    form("secret").param("x", "").with(request -> {
                        request.setParameter(wrong[0], wrong[1]);
                        return request;
                    }),
                    OWN);
            assertThat(response.getStatus()).as(wrong[0]).isEqualTo(400);
            assertThat(response.getContentAsString()).as(wrong[0]).contains("aria-invalid=\"true\"");
        }
        assertThat(call(form(""), OWN).getStatus()).isEqualTo(400);
        assertThat(mailboxes.find(SUPPLIER)).isEmpty();
    }

    @Test
    @DisplayName("say in words what a test found, and what to do")
    void test() throws Exception {
        call(
                form("secret").with(request -> {
                    request.setParameter("host", "no-such-host.invalid");
                    return request;
                }),
                OWN);
        var tested = mvc.perform(post(PAGE + "/test").with(as(OWN))).andReturn();
        assertThat(tested.getResponse().getStatus()).isEqualTo(303);
        var page = mvc.perform(get(PAGE).locale(Locale.ENGLISH).with(as(OWN)).flashAttrs(tested.getFlashMap()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("The test failed", "There is no server of that name. Check it for typing mistakes.");
    }

    @Test
    @DisplayName("show how much of the time the mailbox was read, and the gaps")
    void coverage() throws Exception {
        call(form("secret"), OWN);
        record.covered(SUPPLIER, CleanSlate.START, CleanSlate.START.plus(Duration.ofMinutes(1)));
        clock.set(CleanSlate.START.plus(Duration.ofHours(2)));
        assertThat(page(As.auditor())).contains("0.8 %", "Mailbox not read").doesNotContain("Change the mailbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailbox", "mailbox_zh"})
    @DisplayName("have words for every state, with what to do, and for every failure")
    void words(String bundle) throws IOException {
        var words = new Properties();
        try (var file = new FileReader("src/main/resources/words/" + bundle + ".properties", StandardCharsets.UTF_8)) {
            words.load(file);
        }
        assertThat(MailboxState.values()).allSatisfy(state -> assertThat(words)
                .containsKeys("mailbox.state." + state, "mailbox.state." + state + ".do"));
        assertThat(FailureKind.values()).allSatisfy(kind -> assertThat(words).containsKey("mailbox.failure." + kind));
        assertThat(Security.values()).allSatisfy(one -> assertThat(words).containsKey("mailbox.security." + one));
    }

    @Test
    @DisplayName("list all for operations by state, that of the longest gap first")
    void list() throws Exception {
        call(form("secret"), OWN);
        assertThat(call(get("/operations/mailboxes").locale(Locale.ENGLISH), As.operations())
                        .getContentAsString())
                .contains("/suppliers/s1/mailbox", "Waiting for the first reading", "imap.shop.example:993");
        assertThat(call(get("/operations/mailboxes").param("state", "REFUSED").locale(Locale.CHINESE), As.auditor())
                        .getContentAsString())
                .contains("登录被拒绝");
    }
}
