package io.hourglass.incoming.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.chat.AccountId;
import io.hourglass.incoming.SignedCalls;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.SupplierId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

@DisplayName("Sources of incoming webhooks, in the configuration,")
class SourcesTest {

    private static final String KEY_OF_24 = "whsec_" + "A".repeat(32);
    private static final String KEY_OF_23 = "whsec_" + "A".repeat(30) + "A=";

    /** Settings behind {@code hourglass.incoming.}, one a line. */
    private static Sources sources(String settings) {
        var properties = new HashMap<String, Object>();
        settings.lines()
                .map(line -> line.split("=", 2))
                .forEach(pair -> properties.put("hourglass.incoming." + pair[0], pair[1]));
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("tests", properties));
        return new Sources(environment);
    }

    private static final String CHATWOOT =
            """
            desk.format=chatwoot
            desk.secret=sixteen letters!
            desk.shop=shop-1
            desk.unassigned=front
            """;

    @Test
    @DisplayName("are none as long as none is set up")
    void none() {
        assertThat(sources("").find("platform")).isEmpty();
    }

    @Test
    @DisplayName("send facts, or the events of a shop's Chatwoot")
    void both() {
        var sources = sources(CHATWOOT
                + """
                desk.bots=AI_AGENT
                desk.accounts.7=ben
                platform.format=facts
                platform.secret=%s,%s
                """
                        .formatted(SignedCalls.PLATFORM, KEY_OF_24));
        assertThat(sources.find("platform").orElseThrow()).satisfies(platform -> {
            assertThat(platform.format()).isEqualTo(Format.FACTS);
            assertThat(platform.keys()).hasSize(2);
            assertThat(platform.chatwoot()).isNull();
        });
        assertThat(sources.find("desk").orElseThrow().chatwoot())
                .isEqualTo(new ChatwootShop(
                        new SupplierId("shop-1"),
                        new AccountId("front"),
                        AuthorKind.AI_AGENT,
                        Map.of("7", new AccountId("ben"))));
        assertThat(sources.find("Desk")).isEmpty();
    }

    @Test
    @DisplayName("count bots as automatic replies, unless they say otherwise")
    void bots() {
        assertThat(sources(CHATWOOT).find("desk").orElseThrow().chatwoot())
                .extracting(ChatwootShop::bots)
                .isEqualTo(AuthorKind.AUTO_REPLY);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    x.format | | facts, chatwoot or mail
                    x.format | Facts | facts, chatwoot or mail
                    x.secret | | one, or two
                    x.secret | a,b,c | one, or two
                    x.secret | AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | whsec_ and at least 24 bytes
                    x.secret | whsec_AAAA$ | whsec_ and at least 24 bytes
                    x.shop | shop-1 | left out
                    x.unassigned | front | left out
                    x.bots | SYSTEM | left out
                    x.accounts.7 | ben | left out
                    desk.secret | fifteen letters | at least 16 characters
                    desk.shop | | the id of the shop
                    desk.shop | :own | the id of the shop
                    desk.unassigned | | the id of an account
                    desk.bots | HUMAN | one of
                    desk.bots | AI_ASSISTED | one of
                    desk.bots | ai_agent | one of
                    desk.accounts.lena | ben | the number of an agent
                    desk.accounts.0 | ben | the number of an agent
                    """)
    @DisplayName("keep the program from starting where a setting is wrong, and name it, but no secret")
    void wrong(String setting, String value, String rule) {
        var settings = new HashMap<String, String>();
        (CHATWOOT + "x.format=facts\nx.secret=" + KEY_OF_24 + "\n")
                .lines()
                .map(line -> line.split("=", 2))
                .forEach(pair -> settings.put(pair[0], pair[1]));
        if (value == null) {
            settings.remove(setting);
        } else {
            settings.put(setting, value);
        }
        var lines = String.join(
                "\n",
                settings.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
        var name = setting.contains("accounts.") && setting.startsWith("x") ? "x.accounts" : setting;
        assertThatThrownBy(() -> sources(lines))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("hourglass.incoming." + name + " is ")
                .hasMessageContaining(rule)
                .message()
                .doesNotContain("fifteen", "AAAA");
    }

    @Test
    @DisplayName("have a key of 24 bytes or more")
    void lengths() {
        sources("x.format=facts\nx.secret=" + KEY_OF_24);
        assertThatThrownBy(() -> sources("x.format=facts\nx.secret=" + KEY_OF_23))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("hourglass.incoming.x.secret");
    }

    @Test
    @DisplayName("have a name of up to twenty small letters, digits and hyphens")
    void names() {
        var settings = ".format=facts\n%s.secret=" + KEY_OF_24;
        for (var name : new String[] {"a", "a-1", "x".repeat(20)}) {
            assertThat(sources(name + settings.formatted(name)).find(name)).isPresent();
        }
        for (var name : new String[] {"x".repeat(21), "a-"}) {
            assertThatThrownBy(() -> sources(name + settings.formatted(name)))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("hourglass.incoming." + name);
        }
    }
}
