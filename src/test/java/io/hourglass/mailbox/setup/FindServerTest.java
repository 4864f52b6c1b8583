package io.hourglass.mailbox.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.imap.Login.Security;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The server of a mailbox")
class FindServerTest {

    private static FindServer withRecords(Map<String, List<String>> records) {
        return new FindServer((name, type) -> records.getOrDefault(type + " " + name, List.of()));
    }

    private static ImapServer tls(String host) {
        return new ImapServer(host, 993, Security.IMPLICIT_TLS);
    }

    @ParameterizedTest
    @CsvSource({
        "sales@163.com, imap.163.com",
        "sales@126.com, imap.126.com",
        "sales@YEAH.net, imap.yeah.net",
        "1234@qq.com, imap.qq.com",
        "me@foxmail.com, imap.qq.com",
        "me@aliyun.com, imap.aliyun.com",
        "me@gmail.com, imap.gmail.com",
        "me@hotmail.com, outlook.office365.com",
        "me@139.com, imap.139.com",
        "me@sina.com, imap.sina.com"
    })
    @DisplayName("is that of a provider whose domain is known, without a question to the DNS")
    void known(String address, String host) {
        var finding = new FindServer((name, type) -> {
            throw new AssertionError(name);
        });
        assertThat(finding.of(address)).contains(tls(host));
    }

    @ParameterizedTest
    @CsvSource({
        "5 mxbiz1.qq.com., imap.exmail.qq.com",
        "5 mx1.qiye.aliyun.com., imap.qiye.aliyun.com",
        "10 ASPMX.L.GOOGLE.COM., imap.gmail.com",
        "0 shop-example.mail.protection.outlook.com., outlook.office365.com",
        "5 qiye163mx01.mxmail.netease.com., imap.qiye.163.com"
    })
    @DisplayName("is that of the provider to which the domain's mail goes")
    void exchanger(String record, String host) {
        assertThat(withRecords(Map.of("MX shop.example", List.of(record))).of("sales@shop.example"))
                .contains(tls(host));
    }

    @Test
    @DisplayName(
            "is the one that the domain names for it, of the lowest priority, encrypted from the first byte if it names one for that")
    void named() {
        var both = withRecords(Map.of(
                "SRV _imaps._tcp.shop.example",
                List.of("20 0 993 second.shop.example.", "10 0 1993 First.shop.example."),
                "SRV _imap._tcp.shop.example",
                List.of("0 0 143 plain.shop.example.")));
        assertThat(both.of("sales@shop.example"))
                .contains(new ImapServer("first.shop.example", 1993, Security.IMPLICIT_TLS));
        var one = withRecords(Map.of("SRV _imap._tcp.shop.example", List.of("0 0 143 mail.shop.example.")));
        assertThat(one.of("sales@shop.example")).contains(new ImapServer("mail.shop.example", 143, Security.STARTTLS));
    }

    @Test
    @DisplayName("is not one that the domain names elsewhere, unless it is a provider's: the DNS may be forged")
    void elsewhere() {
        var forged = withRecords(Map.of("SRV _imaps._tcp.shop.example", List.of("0 0 993 imap.evil.example.")));
        assertThat(forged.of("sales@shop.example")).isEmpty();
        var similar = withRecords(Map.of("SRV _imaps._tcp.shop.example", List.of("0 0 993 evilshop.example.")));
        assertThat(similar.of("sales@shop.example")).isEmpty();
        var provider = withRecords(Map.of("SRV _imaps._tcp.shop.example", List.of("0 0 993 imap.gmail.com.")));
        assertThat(provider.of("sales@shop.example")).contains(tls("imap.gmail.com"));
    }

    @Test
    @DisplayName("is asked of the supplier where nothing says it, or only what is not well formed")
    void unknown() {
        assertThat(withRecords(Map.of()).of("sales@shop.example")).isEmpty();
        var odd = withRecords(Map.of(
                "MX shop.example", List.of("x mxbiz1.qq.com.", "5", "", "5 mail.shop.example."),
                "SRV _imaps._tcp.shop.example",
                        List.of("0 0 .", "-1 0 993 a.shop.example.", "0 0 9999999 a.shop.example.")));
        assertThat(odd.of("sales@shop.example")).isEmpty();
    }
}
