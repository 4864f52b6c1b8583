package io.hourglass.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.audit.actions.Action;
import io.hourglass.portal.alternatives.AllKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

@DisplayName("The words of the pages")
class MessagesTest {

    private static final List<String> BUNDLES = List.of(
            "messages",
            "words/operations",
            "words/supplier",
            "words/buyer",
            "words/auditor",
            "words/help",
            "words/settings",
            "words/mail",
            "words/mailbox",
            "words/outages",
            "io/hourglass/kernel/channels",
            "io/hourglass/kernel/notKnown",
            "io/hourglass/web/errors/rules",
            "io/hourglass/inquiry/judging/explanations",
            "io/hourglass/inquiry/steps");

    /** Words of ours where the trade has others: docs/glossary.md. */
    private static final Pattern NOT_OF_THE_TRADE = Pattern.compile(
            "running system|next to break|what it said|given up|\\b(tries|try) left|became of it|learned of|occurred"
                    + "|natural day|countable|\\bbooks?\\b|\\bsettled\\b|unanswered|answered late|set aside|as it stands"
                    + "|provisional|\\bcontest|how it is known|as it was sealed|to take with you|that proves|for sure"
                    + "|parted by|carried over|passed on|referral|\\bother suppliers?|not decided yet|pending|undecided"
                    + "|open (inquir|disput)|is open\\b|\\bbe it\\b|whoever|all the same"
                    + "|(?-i:^(Of|By|Further|Back|Stands|Decides)[.:]?$)",
            Pattern.CASE_INSENSITIVE);

    /** Second words for what the Chinese pages call by one: 记录, 预估值, 公布数据, 日结, 裁决, 更正, 全程记录, 逾期回复, 平台, 条 … */
    private static final Pattern SECOND_WORDS = Pattern.compile("事实|临时值|暂定|公布值|关账|结账|账目|已结算|结算当日|裁定|待决|重述|追溯|迟复|迟到"
            + "|市场|个询盘|封询盘|搁置|收件箱|未服务|替代供应商|窗口|时限|尚无定论|得知|尝试次数|下载|等待回复|未决");

    /** A span of days, or the gate, in figures or in words. */
    private static final Pattern FIGURE =
            Pattern.compile("\\b(three|thirty|30) days|80[ \\u00a0]?%|三天|三十天|30 ?天", Pattern.CASE_INSENSITIVE);

    /** What a field may hold, the words for counts, and what the program itself keeps so long. */
    private static final Pattern OF_A_RULE = Pattern.compile("\\.rule$|^terms\\.|^audit\\.chips|^operations\\.");

    private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z0-9-]+");
    private static final Set<String> NAMES = Set.of(
            "uuuu",
            "EEEE",
            "Hourglass",
            "Camunda",
            "Cockpit",
            "API",
            "JSON",
            "CSV",
            "RFQ",
            "SLA",
            "AI",
            "B2B",
            "Wilson",
            "Message-ID",
            "HTTP",
            "gzip",
            "IMAP",
            "Google",
            "Microsoft",
            "STARTTLS",
            "KEY",
            "kB",
            "true",
            "false",
            "p50",
            "p99",
            "strong",
            "choice");

    private static Properties bundle(String file) {
        try {
            return PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource(file), "UTF-8"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Object> arguments(String pattern) {
        var used = new TreeSet<Object>();
        for (var i = 0; i < 10; i++) {
            if (pattern.contains("{" + i + "}") || pattern.contains("{" + i + ",")) {
                used.add(i);
            }
        }
        return used;
    }

    @Test
    @DisplayName("fix no figure that a policy sets")
    void figuresOfPolicies() {
        for (var name : BUNDLES) {
            for (var language : List.of("", "_zh")) {
                bundle(name + language + ".properties").forEach((key, said) -> {
                    if (!OF_A_RULE.matcher(key.toString()).find()) {
                        assertThat(said.toString()).as(key.toString()).doesNotContainPattern(FIGURE);
                    }
                });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messages",
                "words/operations",
                "words/supplier",
                "words/buyer",
                "words/auditor",
                "words/help",
                "words/settings",
                "io/hourglass/kernel/notKnown",
                "io/hourglass/kernel/channels"
            })
    @DisplayName("are the same in English and in Chinese, but for the language")
    void sameKeys(String words) {
        var english = bundle(words + ".properties");
        var chinese = bundle(words + "_zh.properties");
        assertThat(english).isNotEmpty();
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(arguments(chinese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
            assertThat(new MessageFormat(chinese.getProperty(key))).as(key).isNotNull();
            assertThat(english.getProperty(key) + chinese.getProperty(key))
                    .as(key + ": a straight quote is no letter to a message with arguments")
                    .doesNotContain("'");
        });
    }

    private static Map<String, String> values(String suffix) {
        var values = new TreeMap<String, String>();
        for (var words : BUNDLES) {
            var bundle = bundle(words + suffix + ".properties");
            bundle.stringPropertyNames().forEach(key -> values.put(words + ":" + key, bundle.getProperty(key)));
        }
        return values;
    }

    @Test
    @DisplayName("are those of the trade, none of ours in their place")
    void ofTheTrade() {
        assertThat(values(""))
                .allSatisfy((key, value) -> assertThat(value).as(key).doesNotContainPattern(NOT_OF_THE_TRADE));
    }

    @Test
    @DisplayName("are one Chinese word for one thing")
    void oneWord() {
        assertThat(values("_zh"))
                .allSatisfy((key, value) -> assertThat(value).as(key).doesNotContainPattern(SECOND_WORDS));
    }

    @Test
    @DisplayName("leave nothing in English on a Chinese page but names, addresses and what stands in for a value")
    void nothingLeftInEnglish() {
        assertThat(values("_zh")).allSatisfy((key, value) -> {
            var said = value.replaceAll("(GET )?/api/\\S+", "").replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z?", "");
            assertThat(LATIN.matcher(said).results().map(MatchResult::group))
                    .as(key)
                    .allSatisfy(word -> assertThat(NAMES).contains(word));
        });
    }

    @Test
    @DisplayName("say target, met, missed, at risk, breach and backlog where pages show them")
    void ofAnSla() {
        assertThat(String.join("\n", values("").values()))
                .contains("SLA target", "Met (in time)", "Missed (no reply)", "At risk", "breach", "Backlog", "median");
    }

    @Test
    @DisplayName("are there for every state and every mistake")
    void everyConstant() {
        assertThat(bundle("messages.properties").stringPropertyNames()).containsAll(AllKeys.OF_ALTERNATIVES);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("say of each action in both languages what was done, in the past tense, and of no two the same")
    void actions(Action action) {
        var english = bundle("words/operations.properties");
        var chinese = bundle("words/operations_zh.properties");
        var key = "operations.action." + action;
        assertThat(english.getProperty(key)).matches("(?:[a-z]+ed|found|had|hid|let|made|set|withdrew) .+");
        assertThat(chinese.getProperty(key)).matches(".*(?:了|失效).*");
        assertThat(Stream.of(Action.values())
                        .flatMap(one -> Stream.of(
                                english.getProperty("operations.action." + one),
                                chinese.getProperty("operations.action." + one))))
                .doesNotHaveDuplicates();
    }
}
