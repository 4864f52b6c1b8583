package io.hourglass.mailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hourglass.mailbox.imap.MailboxFailure.Kind;
import io.hourglass.mailbox.imap.ScriptedServer.Dialogue;
import io.hourglass.mailbox.imap.ScriptedServer.Script;
import io.hourglass.mailbox.imap.folders.RemoteFolder;
import io.hourglass.mailbox.imap.folders.SentFolder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A mailbox that is read")
class ReadingTest {

    private static final String FETCH =
            "UID FETCH [0-9:,]+ \\(UID INTERNALDATE BODY\\.PEEK\\[HEADER\\.FIELDS \\(.*\\)\\]\\)";

    private static MailboxFailure failure(ThrowingCallable of) {
        return catchThrowableOfType(MailboxFailure.class, of);
    }

    private static String mail(long uid) {
        var headers = "Message-ID: <m" + uid + "@acme.example>\r\nSubject: Re: drills\r\n\r\n";
        return "* " + uid + " FETCH (UID " + uid
                + " INTERNALDATE \"01-Nov-2026 10:00:00 +0800\" BODY[HEADER.FIELDS (MESSAGE-ID)] {" + headers.length()
                + "}\r\n" + headers + ")";
    }

    private static String[] mails(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(ReadingTest::mail).toArray(String[]::new);
    }

    private static String numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(uid -> " " + uid).collect(Collectors.joining());
    }

    private static ScriptedServer serverOfFolder(Script then) {
        return ScriptedServer.of(with -> {
            with.letIn("IDLE", 3, "UIDVALIDITY 7", "UIDNEXT 4");
            then.play(with);
        });
    }

    private static void refuse(Dialogue with, String form, String words) throws IOException {
        with.hear(form);
        with.end(words);
    }

    @Test
    @DisplayName("lists its folders by names that people read, and knows which one holds what was sent")
    void folders() throws Exception {
        try (var server = ScriptedServer.of(with -> {
                    with.letIn("SPECIAL-USE LIST-EXTENDED");
                    with.answer(
                            "LIST \"\" \"\\*\" RETURN \\(SPECIAL-USE\\)",
                            "* LIST (\\HasNoChildren) \"/\" INBOX",
                            "* LIST (\\NonExistent \\HasChildren) \"/\" \"[Gmail]\"",
                            "* LIST (\\HasNoChildren \\Sent) \"/\" \"[Gmail]/&XfJT0ZABkK5O9g-\"",
                            "* LIST () NIL {7}",
                            "a & (b)",
                            "* LIST () \"/\" \"已删除\"",
                            "* LIST",
                            "* LIST () \"/\"",
                            "* 3 EXISTS");
                });
                var session = server.open()) {
            var folders = session.folders();
            assertThat(folders)
                    .extracting(RemoteFolder::name)
                    .containsExactly("INBOX", "[Gmail]", "[Gmail]/已发送邮件", "a & (b)", "已删除");
            assertThat(folders).extracting(RemoteFolder::opens).containsExactly(true, false, true, true, true);
            assertThat(SentFolder.among(folders)).singleElement().satisfies(sent -> {
                assertThat(sent.leaf()).isEqualTo("已发送邮件");
                assertThat(sent.path()).isEqualTo("[Gmail]/&XfJT0ZABkK5O9g-");
            });
        }
    }

    @Test
    @DisplayName("asks in the old way where marks of folders are told in that alone")
    void oldList() throws Exception {
        try (var server = ScriptedServer.of(
                with -> {
                    with.letIn("XLIST");
                    with.answer("XLIST \"\" \"\\*\"", "* XLIST (\\HasNoChildren \\Sent) \"/\" \"&XfJT0ZAB-\"");
                },
                with -> {
                    with.letIn("");
                    with.answer("LIST \"\" \"\\*\"", "* LIST () \".\" INBOX.Sent");
                })) {
            try (var session = server.open()) {
                assertThat(SentFolder.among(session.folders()))
                        .extracting(RemoteFolder::name)
                        .containsExactly("已发送");
            }
            try (var session = server.open()) {
                assertThat(SentFolder.among(session.folders()))
                        .extracting(RemoteFolder::leaf)
                        .containsExactly("Sent");
            }
        }
    }

    @Test
    @DisplayName("is opened for reading alone, by the path that the server gave, and says where it stands")
    void opens() throws Exception {
        try (var server = ScriptedServer.of(with -> {
                    with.letIn("CONDSTORE");
                    with.answer(
                            "EXAMINE \"\\[Gmail\\]/Sent Mail\" \\(CONDSTORE\\)",
                            "* FLAGS (\\Seen)",
                            "* OK [PERMANENTFLAGS ()] none",
                            "* OK [UIDVALIDITY 4294967295] valid",
                            "* 12 EXISTS",
                            "* 0 RECENT",
                            "* OK [UIDNEXT 91] next",
                            "* OK [HIGHESTMODSEQ 715194045007] highest");
                });
                var session = server.open()) {
            assertThat(session.open("[Gmail]/Sent Mail").status())
                    .isEqualTo(new FolderStatus(4_294_967_295L, 91L, 12, 715_194_045_007L));
        }
    }

    @Test
    @DisplayName("says who asks where it is not opened without, on each connection again")
    void unsafeLogin() throws Exception {
        Script netEase = with -> {
            with.letIn("");
            refuse(with, "EXAMINE INBOX", "NO EXAMINE Unsafe Login. Please contact kefu@188.com for help");
            with.answer("ID \\(.*\\)", "* ID NIL");
            with.answer("EXAMINE INBOX", "* 1 EXISTS", "* OK [UIDVALIDITY 1]");
        };
        try (var server = ScriptedServer.of(netEase, netEase, with -> {
            with.letIn("ID");
            refuse(with, "EXAMINE INBOX", "NO EXAMINE Unsafe Login. Please contact kefu@188.com for help");
            with.answer("ID \\(.*\\)");
            refuse(with, "EXAMINE INBOX", "NO EXAMINE Unsafe Login. Please contact kefu@188.com for help");
        })) {
            for (var attempt = 0; attempt < 2; attempt++) {
                try (var session = server.open()) {
                    assertThat(session.open(RemoteFolder.INBOX).status().exists())
                            .isEqualTo(1);
                }
            }
            try (var session = server.open()) {
                assertThat(failure(() -> session.open(RemoteFolder.INBOX)).kind())
                        .isEqualTo(Kind.UNSAFE_LOGIN);
            }
        }
    }

    @Test
    @DisplayName("is not read where the folder is gone, or has no lasting numbers")
    void notOpened() throws Exception {
        try (var server = ScriptedServer.of(
                with -> {
                    with.letIn("");
                    refuse(with, "EXAMINE Sent", "NO [NONEXISTENT] Unknown Mailbox: Sent (Failure)");
                },
                with -> {
                    with.letIn("");
                    with.answer("EXAMINE Sent", "* 3 EXISTS");
                })) {
            for (var kind : new Kind[] {Kind.NO_SENT_FOLDER, Kind.NOT_IMAP}) {
                try (var session = server.open()) {
                    assertThat(failure(() -> session.open("Sent")).kind()).isEqualTo(kind);
                }
            }
        }
    }

    @Test
    @DisplayName("gives the mails behind a number, lowest first, however they come")
    void reads() throws Exception {
        try (var server = serverOfFolder(with -> {
                    with.answer("UID SEARCH UID 2:\\*", "* SEARCH 8 3", "* SEARCH 5", "* 4 EXISTS");
                    with.answer(
                            FETCH.replace("[0-9:,]+", "3,5,8"),
                            "* 1 FETCH (FLAGS (\\Seen) UID 3)",
                            mail(8),
                            "* OK still here",
                            "* 9 EXPUNGE",
                            "* 2 FETCH (BODY[HEADER.FIELDS (\"Message-ID\" Subject)]<0> \"Message-ID: <q@x>\\\\\" MODSEQ (12) FLAGS ($a (b \"c)\"))"
                                    + " INTERNALDATE \" 1-nov-2026 23:59:59 -0130\" UID 5)",
                            "* 7 FETCH (uid 3 body[header.fields (SUBJECT)] NIL internaldate \"31-Dec-2025 00:00:00 +0000\")");
                });
                var session = server.open()) {
            var page = session.open("Sent").after(1, 10);
            assertThat(page.mails()).extracting(FetchedMail::uid).containsExactly(3L, 5L, 8L);
            assertThat(page.mails())
                    .extracting(FetchedMail::arrivedAt)
                    .containsExactly(
                            Instant.parse("2025-12-31T00:00:00Z"),
                            Instant.parse("2026-11-02T01:29:59Z"),
                            Instant.parse("2026-11-01T02:00:00Z"));
            assertThat(page.mails().get(2).headers().ids("message-id")).containsExactly("m8@acme.example");
            assertThat(page.mails().get(2).headers().body()).isNull();
            assertThat(page.through()).isEqualTo(8);
            assertThat(page.more()).isFalse();
            assertThat(page.missing()).isEmpty();
        }
    }

    @Test
    @DisplayName("has nothing behind its last number, though the server names the last one")
    void nothingNew() throws Exception {
        try (var server = serverOfFolder(with -> with.answer("UID SEARCH UID 10:\\*", "* SEARCH 9"));
                var session = server.open()) {
            assertThat(session.open("Sent").after(9, 10)).isEqualTo(new FetchedPage(List.of(), 9, false, List.of()));
        }
    }

    @Test
    @DisplayName("is read page by page, and is not listed anew for each")
    void pages() throws Exception {
        try (var server = serverOfFolder(with -> {
                    with.answer("UID SEARCH UID 1:\\*", "* SEARCH" + numbers(1, 60));
                    with.answer(FETCH.replace("[0-9:,]+", "1:25"), mails(1, 25));
                    with.answer(FETCH.replace("[0-9:,]+", "26:50"), mails(26, 50));
                    with.answer("UID SEARCH UID 51:\\*", "* SEARCH" + numbers(51, 60));
                    with.answer(FETCH.replace("[0-9:,]+", "51:60"), mails(51, 60));
                });
                var session = server.open()) {
            var folder = session.open("Sent");
            for (var begin = 0; begin < 50; begin += 25) {
                var page = folder.after(begin, 25);
                assertThat(page.mails()).hasSize(25);
                assertThat(page.more()).isTrue();
                assertThat(page.through()).isEqualTo(begin + 25);
            }
            var last = folder.after(50, 25);
            assertThat(last.mails()).hasSize(10);
            assertThat(last.more()).isFalse();
        }
    }

    @Test
    @DisplayName("is listed by parts where it is too large for one list")
    void windows() throws Exception {
        try (var server = ScriptedServer.of(with -> {
                    with.letIn("", 200_001, "UIDVALIDITY 7");
                    with.answer("UID SEARCH UID \\*", "* SEARCH 400005");
                    with.answer("UID SEARCH UID 1:200000", "* SEARCH");
                    with.answer("UID SEARCH UID 200001:400000", "* SEARCH 200001 200002");
                    with.answer("UID SEARCH UID 400001:400005", "* SEARCH 400005 400001");
                    with.answer(FETCH, mail(200_001), mail(200_002), mail(400_001));
                    with.answer("UID SEARCH UID \\*", "* SEARCH 400005");
                    with.answer("UID SEARCH UID 400002:400005", "* SEARCH 400005");
                    with.answer(FETCH, mail(400_005));
                    with.answer("UID SEARCH UID \\*", "* SEARCH 400005");
                });
                var session = server.open()) {
            var folder = session.open("Sent");
            var first = folder.after(0, 3);
            assertThat(first.mails()).extracting(FetchedMail::uid).containsExactly(200_001L, 200_002L, 400_001L);
            assertThat(first.more()).isTrue();
            var second = folder.after(first.through(), 3);
            assertThat(second.mails()).extracting(FetchedMail::uid).containsExactly(400_005L);
            assertThat(second.more()).isFalse();
            assertThat(folder.after(second.through(), 3).mails()).isEmpty();
        }
    }

    @Test
    @DisplayName("begins before the first mail of a day, or behind all that are there")
    void beginsAtADay() throws Exception {
        try (var server = serverOfFolder(with -> {
                    with.answer("UID SEARCH SINCE 1-Nov-2026", "* SEARCH 90 41 77");
                    with.answer("UID SEARCH SINCE 30-Nov-2026", "* SEARCH");
                });
                var session = server.open()) {
            var folder = session.open("Sent");
            assertThat(folder.before(LocalDate.of(2026, 11, 1))).isEqualTo(40);
            assertThat(folder.before(LocalDate.of(2026, 11, 30))).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("names what the server listed and does not give, and reads the others")
    void missing() throws Exception {
        try (var server = serverOfFolder(with -> {
                    with.answer("UID SEARCH UID 1:\\*", "* SEARCH 1 2 3");
                    with.answer(FETCH, mail(1), mail(3));
                    with.answer("UID SEARCH UID 4:\\*", "* SEARCH 4 5 6");
                    refuse(with, FETCH, "NO The requested message could not be converted");
                    with.answer(FETCH.replace("[0-9:,]+", "4"), mail(4));
                    refuse(with, FETCH.replace("[0-9:,]+", "5"), "NO The requested message could not be converted");
                    with.answer(FETCH.replace("[0-9:,]+", "6"), mail(6));
                });
                var session = server.open()) {
            var folder = session.open("Sent");
            var gone = folder.after(0, 10);
            assertThat(gone.mails()).extracting(FetchedMail::uid).containsExactly(1L, 3L);
            assertThat(gone.missing()).containsExactly(2L);
            var unreadable = folder.after(3, 10);
            assertThat(unreadable.mails()).extracting(FetchedMail::uid).containsExactly(4L, 6L);
            assertThat(unreadable.missing()).containsExactly(5L);
            assertThat(unreadable.through()).isEqualTo(6);
        }
    }

    @Test
    @DisplayName("calls no mail unreadable while the server refuses all of them")
    void refusesAll() throws Exception {
        try (var server = ScriptedServer.of(
                with -> {
                    with.letIn("", 2, "UIDVALIDITY 7");
                    with.answer("UID SEARCH UID 1:\\*", "* SEARCH 1 2");
                    refuse(with, FETCH, "NO out of sorts");
                    refuse(with, FETCH, "NO out of sorts");
                    refuse(with, FETCH, "NO out of sorts");
                },
                with -> {
                    with.letIn("", 2, "UIDVALIDITY 7");
                    with.answer("UID SEARCH UID 1:\\*", "* SEARCH 1");
                    refuse(with, FETCH, "NO [UNAVAILABLE] later");
                })) {
            for (var attempt = 0; attempt < 2; attempt++) {
                try (var session = server.open()) {
                    var folder = session.open("Sent");
                    assertThat(failure(() -> folder.after(0, 10)).kind()).isEqualTo(Kind.SERVER_ERROR);
                }
            }
        }
    }

    @Test
    @DisplayName("is read no further once its numbers are void")
    void renumbered() throws Exception {
        try (var server = serverOfFolder(with -> {
                    with.answer("UID SEARCH UID 1:\\*", "* SEARCH 1");
                    with.answer(FETCH, mail(1), "* OK [UIDVALIDITY 8] numbered anew");
                });
                var session = server.open()) {
            var folder = session.open("Sent");
            assertThat(failure(() -> folder.after(0, 10)).kind()).isEqualTo(Kind.RENUMBERED);
            assertThat(failure(() -> folder.after(0, 10)).kind()).isEqualTo(Kind.BROKEN_OFF);
        }
    }

    @Test
    @DisplayName("is broken off by a server that says so in the middle of a mail's headers, or of nothing")
    void brokenOff() throws Exception {
        try (var server = ScriptedServer.of(
                with -> {
                    with.letIn("", 2, "UIDVALIDITY 7");
                    with.answer("UID SEARCH UID 1:\\*", "* SEARCH 1 2");
                    with.hear(FETCH);
                    with.say(mail(1), "* BYE shutting down");
                },
                with -> {
                    with.letIn("", 2, "UIDVALIDITY 7");
                    with.answer("UID SEARCH UID 1:\\*", "* SEARCH 1 2");
                    with.hear(FETCH);
                    with.say(mail(1).substring(0, 120));
                    with.hangUp();
                })) {
            for (var attempt = 0; attempt < 2; attempt++) {
                try (var session = server.open()) {
                    var folder = session.open("Sent");
                    assertThat(failure(() -> folder.after(0, 10)).kind()).isEqualTo(Kind.BROKEN_OFF);
                }
            }
        }
    }

    @Test
    @DisplayName("tells of news when it is asked, once")
    void polls() throws Exception {
        try (var server = serverOfFolder(with -> {
                    with.answer("NOOP");
                    with.answer("NOOP", "* 2 EXPUNGE", "* 2 EXISTS");
                    with.answer("NOOP", "* 3 EXISTS", "* 1 RECENT");
                    with.answer("NOOP");
                });
                var session = server.open()) {
            var folder = session.open("Sent");
            assertThat(folder.poll()).isFalse();
            assertThat(folder.poll()).isFalse();
            assertThat(folder.poll()).isTrue();
            assertThat(folder.poll()).isFalse();
        }
    }

    @Test
    @DisplayName("waits for news by IDLE, and ends that when there is some or the time is up")
    void idles() throws Exception {
        try (var server = serverOfFolder(with -> {
                    with.hear("IDLE");
                    with.say("+ idling", "* OK still here", "* 4 EXISTS");
                    with.hearDone();
                    with.hear("IDLE");
                    with.say("+ idling", "* 1 FETCH (FLAGS (\\Seen))");
                    with.hearDone();
                });
                var session = server.open()) {
            assertThat(session.canIdle()).isTrue();
            var folder = session.open("Sent");
            assertThat(folder.idle(Duration.ofMinutes(20))).isTrue();
            assertThat(folder.idle(Duration.ofMillis(50))).isFalse();
            assertThat(server.heard()).endsWith("IDLE", "DONE", "IDLE", "DONE");
        }
    }

    @Test
    @DisplayName("does not wait for news that came with something else")
    void newsInBetween() throws Exception {
        try (var server = serverOfFolder(with -> with.answer("UID SEARCH UID 4:\\*", "* 4 EXISTS", "* SEARCH 3"));
                var session = server.open()) {
            var folder = session.open("Sent");
            assertThat(folder.after(3, 10).mails()).isEmpty();
            assertThat(folder.idle(Duration.ofMinutes(20))).isTrue();
        }
    }

    @Test
    @DisplayName("is noticed to be dead when a wait has ended, or it is asked")
    void silentDeath() throws Exception {
        Script dead = with -> {
            with.letIn("IDLE", 3, "UIDVALIDITY 7");
            with.hear("IDLE|NOOP");
        };
        try (var server = ScriptedServer.of(dead)) {
            var client = server.client(Duration.ofSeconds(20), Duration.ofMillis(1_500));
            try (var session = client.open(server.login())) {
                var folder = session.open("Sent");
                assertThat(failure(() -> folder.idle(Duration.ofMillis(10))).kind())
                        .isEqualTo(Kind.TIMED_OUT);
            }
            try (var session = client.open(server.login())) {
                assertThat(failure(session.open("Sent")::poll).kind()).isEqualTo(Kind.TIMED_OUT);
            }
        }
    }

    @Test
    @DisplayName(
            "is noticed to be dead when it does not end a wait in which it told of news, long before that would have ended")
    void stallsAtTheEnd() throws Exception {
        Script stalling = with -> {
            with.letIn("IDLE", 3, "UIDVALIDITY 7");
            with.hear("IDLE");
            with.say("+ idling", "* 4 EXISTS");
            with.hearLine();
        };
        try (var server = ScriptedServer.of(stalling)) {
            var client = server.client(Duration.ofSeconds(20), Duration.ofMillis(1_500));
            try (var session = client.open(server.login())) {
                var folder = session.open("Sent");
                assertThat(failure(() -> folder.idle(Duration.ofMinutes(9))).kind())
                        .isEqualTo(Kind.TIMED_OUT);
            }
        }
    }

    @Test
    @DisplayName("has one folder open at a time")
    void oneFolder() throws Exception {
        try (var server = serverOfFolder(with -> with.answer("EXAMINE .*", "* 0 EXISTS", "* OK [UIDVALIDITY 9]"));
                var session = server.open()) {
            var first = session.open("Sent");
            session.open(RemoteFolder.INBOX);
            assertThatThrownBy(first::poll).isInstanceOf(IllegalStateException.class);
        }
    }
}
