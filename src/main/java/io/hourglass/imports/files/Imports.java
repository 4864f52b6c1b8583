package io.hourglass.imports.files;

import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files of facts. One node at a time holds a file and goes through it; who died holds it no longer after a while. */
public interface Imports {

    void add(ImportFile file);

    Optional<ImportFile> find(String id);

    /** One with those bytes that is not over, and is gone through so. */
    Optional<ImportFile> unfinished(String sha256, Manner manner);

    /** The history that is being brought in; empty if there is none. */
    Optional<ImportFile> unfinishedHistory();

    /** The latest first. */
    ListPage<ImportFile> latest(PageQuery page);

    /** @param seq from 0 */
    void addChunk(String id, int seq, byte[] bytes);

    /** Empty behind the last. */
    Optional<byte[]> chunk(String id, int seq);

    /** All of it is here. */
    void complete(String id, String sha256, long bytes);

    /**
     * Holds one that is open and that nobody holds at that instant.
     *
     * @param id null for the eldest that is no history: that is for the command alone
     */
    Optional<ImportFile> hold(@Nullable String id, String holder, Instant now, Instant until);

    /**
     * Holds it for longer, within the transaction of a part; false if it is another's or over.
     *
     * @param counts of all lines until here
     * @param bytesRead likewise
     */
    boolean went(String id, String holder, Instant until, Counts counts, long bytesRead);

    /** Others may hold it from here on. */
    void letGo(String id, String holder);

    /**
     * It is over; its bytes can go. One that is over already stays as it is.
     *
     * @return whether it is over by that
     */
    boolean end(String id, ImportState state, Instant at, @Nullable String why);

    /** What was noted of it goes: it is gone through from the beginning. */
    void restart(String id);

    void note(String id, List<NotedLine> lines);

    /**
     * In the order of the file.
     *
     * @param behind the number of a line
     */
    List<NotedLine> noted(String id, NotedLine.@Nullable Kind kind, long behind, int limit);

    /** Those that somebody of these names sent, the eldest first. */
    List<ImportFile> madeBy(Collection<String> names);

    /** Another name stands for who sent them. */
    void renameMaker(String name, String replacement);

    /** One that did not come in as a whole: as if it had never been. */
    void forget(String id);

    /** Takes away the bytes of files that are over, a chunk at a time: more might be too much for a transaction. */
    void dropBytes();

    /** Takes away what was made before then and is over, and what came in no further since. */
    int forgetBefore(Instant then);
}
