package io.hourglass.mail;

import static io.hourglass.mail.MailClass.AUTOMATIC;
import static io.hourglass.mail.MailClass.PERSON;
import static io.hourglass.mail.MailClass.UNSURE;
import static io.hourglass.mail.Mails.classOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The subject of a responder")
class SubjectsTest {

    static Stream<String> certain() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(Classifier.class.getResourceAsStream("words/automatic-subjects.txt"))) {
            var all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return all.substring(all.indexOf("[certain]"), all.indexOf("[possible]"))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("["))
                    .map(line -> line.substring(3));
        }
    }

    @Test
    @DisplayName("is known by a list of phrases")
    void languages() throws IOException {
        assertThat(certain()).hasSizeGreaterThan(200).allMatch(phrase -> phrase.equals(phrase.strip()));
    }

    @ParameterizedTest
    @DisplayName(
            "is the phrase alone, or before a colon of whatever width, or in brackets; below Re: a person answers it")
    @MethodSource("certain")
    void everyPhrase(String phrase) {
        for (var subject : new String[] {phrase, phrase + ": pumps", phrase + "：pumps", "[" + phrase + "] pumps"}) {
            assertThat(classOf("Subject: " + subject)).as(subject).isEqualTo(AUTOMATIC);
        }
        assertThat(classOf("Subject: Re: " + phrase + ": pumps")).isEqualTo(PERSON);
    }

    @ParameterizedTest
    @DisplayName(
            "is known in any case, with and without accents, behind the tags of lists and filters, and in brackets at the end")
    @ValueSource(
            strings = {
                "OUT OF OFFICE: pumps",
                "Out-of-Office - pumps",
                "Auto-Reply: Re: pumps",
                "Réponse automatique : Re: pumps",
                "Reponse automatique: pumps",
                "Respuesta automatica: pumps",
                "Otomatik Yanıt: pumps",
                "OTOMATİK YANIT: pumps",
                "[EXTERNAL] Automatic reply: pumps",
                "***SPAM*** [sales] Abwesenheitsnotiz: pumps",
                "【自动回复】pumps",
                "（自动回复）pumps",
                "pumps (Automatic Response)",
                "pumps [自动回复]",
                "Out of Office (back Monday)",
                "=?gb2312?B?19S2r7vYuLQ6IHB1bXBz?=",
                "[=?iso-8859-1?Q?R=E9ponse_automatique?=] pumps"
            })
    void ways(String subject) {
        assertThat(classOf("Subject: " + subject)).isEqualTo(AUTOMATIC);
    }

    @ParameterizedTest
    @DisplayName("is a person's again once a mail program answered it or passed it on, in whatever language")
    @ValueSource(
            strings = {
                "Re: Out of office",
                "RE: Automatic reply: pumps",
                "Re[2]: Automatic reply: pumps",
                "Fwd: Automatic reply: pumps",
                "AW: Automatische Antwort: pumps",
                "WG: Abwesenheitsnotiz: pumps",
                "TR : Réponse automatique : pumps",
                "SV: Autosvar: pumps",
                "Odp: Odpowiedź automatyczna: pumps",
                "Ynt: Otomatik yanıt: pumps",
                "回复：自动回复: pumps",
                "回复: 不在办公室",
                "答复: 自动答复: pumps",
                "回覆: 自動回覆: pumps",
                "转发：自动回复",
                "返信: 自動応答: pumps",
                "회신: 자동 회신: pumps",
                "[sales] Re: Automatic reply: pumps"
            })
    void answered(String subject) {
        assertThat(classOf("Subject: " + subject)).isEqualTo(PERSON);
    }

    @ParameterizedTest
    @DisplayName("is a person's where words only stand in it")
    @ValueSource(
            strings = {
                "Question about your automatic reply",
                "Your out of office notice",
                "Price of auto parts",
                "Automation of replies",
                "关于自动回复功能的咨询",
                "Vacationer chairs, 500 pieces",
                "Holiday lights, 500 pieces",
                "Auto parts",
                "Auto: BMW spare parts",
                "Holidays and delivery",
                "退信",
                "Delivery status of order 5"
            })
    void personsSubjects(String subject) {
        assertThat(classOf("Subject: " + subject)).isEqualTo(PERSON);
    }

    @ParameterizedTest
    @DisplayName("leaves it open where it goes on as a sentence, or where people write so too")
    @ValueSource(
            strings = {
                "Automatic reply does not work",
                "On vacation until Monday",
                "自动回复功能怎么用",
                "Vacation: pictures",
                "放假通知",
                "Re: pumps (Automatic Response)",
                "Away until Friday",
                "We have received your payment"
            })
    void open(String subject) {
        assertThat(classOf("Subject: " + subject)).isEqualTo(UNSURE);
    }
}
