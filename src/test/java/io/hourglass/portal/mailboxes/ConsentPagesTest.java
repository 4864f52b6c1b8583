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
import io.hourglass.mailbox.boxes.Failure;
import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Mailbox.Folders;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.mailbox.grants.Consents;
import io.hourglass.mailbox.grants.GrantSettings;
import io.hourglass.mailbox.grants.Providers;
import io.hourglass.mailbox.grants.TokenServer;
import io.hourglass.mailbox.imap.Login.Security;
import io.hourglass.mailbox.secrets.MailboxKeys;
import io.hourglass.mailbox.secrets.SecretField;
import io.hourglass.mailbox.secrets.SecretUnreadable;
import io.hourglass.mailbox.secrets.Secrets;
import io.hourglass.mailbox.setup.MailboxWish;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HourglassTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("Consent to a mailbox at its provider")
class ConsentPagesTest {

    private static final SupplierId SUPPLIER = new SupplierId("s1");
    private static final String PAGE = "/suppliers/s1/mailbox";
    private static final Caller OWN = As.supplier("s1");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private Secrets secrets;

    @Autowired
    private MailboxKeys keys;

    @Autowired
    private TokenServer provider;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void provider() {
        provider.reset();
        provider.grants("marked-access", ", \"refresh_token\": \"marked-refresh\"");
    }

    private MvcResult call(MockHttpServletRequestBuilder call, Caller caller) throws Exception {
        return mvc.perform(call.session(session)
                        .accept("text/html")
                        .locale(Locale.ENGLISH)
                        .with(as(caller)))
                .andReturn();
    }

    private static MockHttpServletRequestBuilder form() {
        return post(PAGE)
                .param("address", "sales@shop.example")
                .param("provider", "google")
                .param("password", "")
                .param("host", "imap.shop.example")
                .param("port", "993")
                .param("security", "IMPLICIT_TLS")
                .param("readInbox", "true");
    }

    /** Where the form leads to. */
    private URI begun(MockHttpServletRequestBuilder form) throws Exception {
        var answer = call(form, OWN).getResponse();
        assertThat(answer.getStatus()).isEqualTo(303);
        return URI.create(Objects.requireNonNull(answer.getHeader("Location")));
    }

    /** From where the form led to, by what the person does there, back to an address of ours. */
    private static URI answered(URI address) {
        var back = TokenServer.visit(address);
        assertThat(back.toString()).startsWith("http://127.0.0.1/mailbox-grants?");
        return URI.create(back.getRawPath() + "?" + back.getRawQuery());
    }

    private static MockHttpServletResponse read(MvcResult result) {
        var response = result.getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    /** The page to which an answer leads, with what is said on it once. */
    private String pageAfter(MvcResult result) throws Exception {
        assertThat(result.getResponse().getStatus()).isEqualTo(303);
        assertThat(result.getResponse().getHeader("Location")).isEqualTo(PAGE);
        return read(call(get(PAGE).flashAttrs(result.getFlashMap()), OWN)).getContentAsString();
    }

    /** A page says so, and nothing was changed. */
    private String refused(MvcResult result, int status) throws Exception {
        assertThat(result.getResponse().getStatus()).isEqualTo(status);
        assertThat(mailboxes.find(SUPPLIER)).isEmpty();
        return read(result).getContentAsString();
    }

    private String refresh() throws SecretUnreadable {
        var field = SecretField.REFRESH_TOKEN;
        return keys.open(SUPPLIER, field, secrets.find(SUPPLIER, field).orElseThrow())
                .value();
    }

    private Mailbox mailbox() {
        return mailboxes.find(SUPPLIER).orElseThrow();
    }

    private void fails(FailureKind kind) {
        var now = clock.instant();
        mailboxes.change(mailbox().withReading(mailbox().reading().failed(new Failure(kind, "", now), now)));
    }

    @Test
    @DisplayName(
            "connects the mailbox with what the provider grants; nothing of it is in an address, the ledger or the log")
    void connects(CapturedOutput output) throws Exception {
        assertThat(read(call(get(PAGE), OWN)).getContentAsString())
                .contains("<option value=\"google\">Google</option>")
                .doesNotContain("Give permission again");
        var address = begun(form());
        assertThat(mailboxes.find(SUPPLIER)).isEmpty();
        assertThat(pageAfter(call(get(answered(address)), OWN))).contains("Saved.", "Give permission again");
        assertThat(mailbox().provider()).isEqualTo("google");
        assertThat(mailbox().folders()).isEqualTo(new Folders(null, true));
        assertThat(refresh()).isEqualTo("marked-refresh");
        var ledger = String.join(
                "\n",
                jdbc.sql("select content from hourglass.ledger_record")
                        .query(String.class)
                        .list());
        assertThat(ledger).contains("connect a mailbox").doesNotContain("marked", "sales@");
        var sent = TokenServer.parameters(provider.asked().get(0));
        var state = TokenServer.parameters(address.getRawQuery()).get("state");
        assertThat(output.getAll())
                .doesNotContain("marked", String.valueOf(sent.get("code_verifier")), String.valueOf(state));
        assertThat(address.toString()).doesNotContain(String.valueOf(sent.get("code_verifier")));
    }

    @Test
    @DisplayName("is asked for by operations as well, for a supplier")
    void operations() throws Exception {
        var led = call(form(), As.operations()).getResponse().getHeader("Location");
        var back = answered(URI.create(Objects.requireNonNull(led)));
        assertThat(call(get(back), As.operations()).getResponse().getHeader("Location"))
                .isEqualTo(PAGE);
        assertThat(refresh()).isEqualTo("marked-refresh");
    }

    @Test
    @DisplayName("is asked for once all else of the form is right; a mistake is shown at its field")
    void mistakes() throws Exception {
        for (var wrong : new String[][] {
            {"address", "nobody"},
            {"provider", "nobody"},
            {"host", "no host"},
            {"port", "70000"},
            {"sentFolder", "a\u0000b"}
        }) {
            var page = refused(
                    call(
                            form().with(request -> {
                                request.setParameter(wrong[0], wrong[1]);
                                return request;
                            }),
                            OWN),
                    400);
            assertThat(page).as(wrong[0]).contains("aria-invalid=\"true\"");
        }
    }

    @Test
    @DisplayName(
            "is not asked for where a password is entered, or what was granted goes on; where it is not taken, it is")
    void onlyWhereNeeded() throws Exception {
        call(get(answered(begun(form()))), OWN);
        var same = form().with(request -> {
            request.removeParameter("readInbox");
            return request;
        });
        assertThat(begun(same)).hasToString(PAGE);
        assertThat(mailbox().folders().inbox()).isFalse();
        assertThat(refresh()).isEqualTo("marked-refresh");
        assertThat(begun(form().param("user", "another")).toString()).startsWith(provider.authorizationUri());
        fails(FailureKind.GRANT_ENDED);
        assertThat(begun(form()).toString()).startsWith(provider.authorizationUri());
        var password = form().with(request -> {
            request.setParameter("password", "an app code");
            return request;
        });
        assertThat(begun(password)).hasToString(PAGE);
        assertThat(mailbox().provider()).isNull();
    }

    @Test
    @DisplayName("is given anew where it has ended, as the page says, for the mailbox as it is")
    void anew() throws Exception {
        call(get(answered(begun(form()))), OWN);
        fails(FailureKind.GRANT_ENDED);
        assertThat(read(call(get(PAGE), OWN)).getContentAsString())
                .contains(
                        "Give the permission again at the provider",
                        "href=\"#consent\"",
                        "action=\"/suppliers/s1/mailbox/consent\"");
        assertThat(read(call(get(PAGE), As.auditor())).getContentAsString())
                .doesNotContain("href=\"#consent\"", "/mailbox/consent");
        provider.grants("marked-access", ", \"refresh_token\": \"next\"");
        pageAfter(call(get(answered(begun(post(PAGE + "/consent")))), OWN));
        assertThat(refresh()).isEqualTo("next");
        assertThat(mailbox().reading().failure()).isNull();
        assertThat(mailbox().folders().inbox()).isTrue();
    }

    @Test
    @DisplayName("is not asked for anew where there is no mailbox, or one with a password")
    void nothingToRenew() throws Exception {
        assertThat(begun(post(PAGE + "/consent"))).hasToString(PAGE);
        call(
                form().with(request -> {
                    request.setParameter("password", "an app code");
                    return request;
                }),
                OWN);
        assertThat(begun(post(PAGE + "/consent"))).hasToString(PAGE);
    }

    @Test
    @DisplayName("is answered with the state that it was asked with; with another nothing changes, and it goes on")
    void states() throws Exception {
        var back = answered(begun(form()));
        for (var wrong :
                List.of("", "?code=x", "?code=x&state=", "?code=x&state=wrong", "?error=access_denied&state=x")) {
            assertThat(refused(call(get("/mailbox-grants" + wrong), OWN), 409))
                    .contains("No permission is under way", "Nothing was changed");
        }
        assertThat(provider.asked()).isEmpty();
        pageAfter(call(get(back), OWN));
        assertThat(refresh()).isEqualTo("marked-refresh");
    }

    @Test
    @DisplayName("is used once, whatever came of it")
    void once() throws Exception {
        var back = answered(begun(form()));
        pageAfter(call(get(back), OWN));
        mailboxes.remove(SUPPLIER);
        assertThat(refused(call(get(back), OWN), 409)).contains("has been answered already");
        assertThat(provider.asked()).hasSize(1);
    }

    @Test
    @DisplayName("belongs to the session and the account that asked for it, and is over once another answers")
    void another() throws Exception {
        var back = answered(begun(form()));
        assertThat(mvc.perform(get(back).with(as(OWN)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(409);
        refused(call(get(back), As.operations()), 409);
        refused(call(get(back), OWN), 409);
        assertThat(provider.asked()).isEmpty();
    }

    @Test
    @DisplayName("is for a supplier for whom the account still acts")
    void rightLost() throws Exception {
        var back = answered(begun(form()));
        refused(call(get(back), As.supplier("s2")), 404);
        assertThat(provider.asked()).isEmpty();
        refused(call(get(back), As.auditor()), 403);
    }

    @Test
    @DisplayName("is answered ten minutes later at the most")
    void tenMinutes() throws Exception {
        var late = answered(begun(form()));
        clock.set(CleanSlate.START.plus(TEN_MINUTES).plusMillis(1));
        assertThat(refused(call(get(late), OWN), 409))
                .contains("More than ten minutes", "href=\"/suppliers/s1/mailbox\"");
        assertThat(provider.asked()).isEmpty();
        clock.set(CleanSlate.START);
        var justInTime = answered(begun(form()));
        clock.set(CleanSlate.START.plus(TEN_MINUTES));
        pageAfter(call(get(justInTime), OWN));
        assertThat(mailbox().provider()).isEqualTo("google");
    }

    @Test
    @DisplayName("is the latest that was asked for")
    void latest() throws Exception {
        var former = answered(begun(form()));
        var latter = answered(begun(form()));
        refused(call(get(former), OWN), 409);
        pageAfter(call(get(latter), OWN));
        assertThat(mailbox().provider()).isEqualTo("google");
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, You did not give permission at the provider.",
        "server_error, <q dir=\"auto\">server_error</q>",
        "<b>marked</b>, The provider refused the permission."
    })
    @DisplayName("that is refused is said in words on the form, which is as it was sent")
    void refusals(String error, String words) throws Exception {
        provider.refuses(error);
        var page = pageAfter(call(get(answered(begun(form()))), OWN));
        assertThat(page)
                .contains(words, "sales@shop.example", "<option value=\"google\" selected=\"selected\">")
                .doesNotContain("marked");
        assertThat(mailboxes.find(SUPPLIER)).isEmpty();
        assertThat(provider.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\": \"invalid_client\"} | <q dir=\"auto\">invalid_client</q>",
                "200 | nonsense | The provider did not answer",
                "200 | {\"access_token\": \"a\", \"token_type\": \"Bearer\", \"expires_in\": 3600} | Remove this program from"
            })
    @DisplayName("that leads to no grant is said with what to do, and nothing is saved")
    void noGrant(int status, String answer, String words) throws Exception {
        provider.answers(status, answer);
        assertThat(pageAfter(call(get(answered(begun(form()))), OWN))).contains(words, "sales@shop.example");
        assertThat(mailboxes.find(SUPPLIER)).isEmpty();
    }

    @Test
    @DisplayName("leads to nothing once its provider is configured no more")
    void providerGone() throws Exception {
        var server = new ImapServer("imap.shop.example", 993, Security.IMPLICIT_TLS);
        var wish = new MailboxWish(
                "sales@shop.example", "sales@shop.example", server, "gone", null, new Folders(null, false));
        var uri = provider.authorizationUri();
        var gone = new Consents(new Providers(new GrantSettings(
                        Map.of("gone", new GrantSettings.Provider("client", "", uri, uri, List.of())))))
                .ask("gone", "http://127.0.0.1/mailbox-grants");
        new UnderWay(gone, SUPPLIER, wish, OWN.name(), clock.instant()).keep(session);
        assertThat(pageAfter(call(get(answered(gone.address())), OWN)))
                .contains("The provider is not set up here any more.");
        assertThat(mailboxes.find(SUPPLIER)).isEmpty();
    }

    @Test
    @DisplayName("is said in Chinese as well")
    void chinese() throws Exception {
        var page = mvc.perform(get("/mailbox-grants").with(as(OWN)).locale(Locale.CHINESE))
                .andReturn();
        assertThat(read(page).getContentAsString()).contains("没有正在进行的授权");
    }

    @Test
    @DisplayName("is asked for by forms that may lead to the provider, on their page alone")
    void policy() throws Exception {
        for (var path : List.of(PAGE, "/suppliers/s1/rate", "/mailbox-grants")) {
            var policy = call(get(path), OWN).getResponse().getHeader("Content-Security-Policy");
            assertThat(policy)
                    .as(path)
                    .contains("form-action 'self'" + (path.equals(PAGE) ? " " + provider.origin() : "") + ";");
        }
        assertThat(call(
                                post(PAGE).with(request -> {
                                    request.setParameter("_csrf", "of another session");
                                    return request;
                                }),
                                OWN)
                        .getResponse()
                        .getHeader("Content-Security-Policy"))
                .contains(provider.origin());
    }
}
