package io.hourglass.audit.roots;

import static java.util.stream.Collectors.toMap;

import io.hourglass.audit.seals.Seal;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackDay;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A line for each sealed day, only ever appended: {@code day root former entries sealedAt}, the day as {@link TrackDay#key}
 * has it, with {@code -} for the former root of the first seal of all, and the instant in UTC. It is its owner's alone to read, and each line is on the disk
 * before the next thing happens. Several processes may share it.
 */
final class RootsFile {

    private final Path path;

    RootsFile(Path path) {
        this.path = path;
    }

    /** What the file says of a seal, without an end of line. */
    static String line(Seal seal) {
        var former = seal.former() == null ? "-" : seal.former();
        return seal.trackDay().key() + " " + seal.root() + " " + former + " " + seal.entries() + " " + seal.sealedAt();
    }

    /** The day that a line is about; empty if it cannot be read. */
    static Optional<TrackDay> day(String line) {
        try {
            return Optional.of(TrackDay.parse(line.substring(0, Math.max(0, line.indexOf(' ')))));
        } catch (DateTimeException | InvalidInput e) {
            return Optional.empty();
        }
    }

    /** Its lines, in their order; none if there is no such file. */
    List<String> lines() throws IOException {
        try {
            return Files.readString(path, StandardCharsets.UTF_8).lines().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /**
     * Appends a line for each of the seals. What a process that died has left of a line is cut off before.
     *
     * @param behind the seals of the days after the last one that the file has of each track, of each in day order
     */
    void append(Function<Map<Track, LocalDate>, List<Seal>> behind) throws IOException {
        create();
        try (var file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var alone = file.lock();
            var written = new byte[Math.toIntExact(file.size())];
            file.read(ByteBuffer.wrap(written), 0);
            var text = new String(written, StandardCharsets.UTF_8);
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            var last = whole.lines()
                    .flatMap(line -> day(line).stream())
                    .collect(toMap(TrackDay::track, TrackDay::day, (one, next) -> next));
            var end = (long) whole.getBytes(StandardCharsets.UTF_8).length;
            file.truncate(end);
            for (var seal : behind.apply(last)) {
                var line = ByteBuffer.wrap((line(seal) + "\n").getBytes(StandardCharsets.UTF_8));
                while (line.hasRemaining()) {
                    end += file.write(line, end);
                }
            }
            file.force(true);
            alone.release();
        }
    }

    private void create() throws IOException {
        if (Files.exists(path)) {
            return;
        }
        var folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try {
            Files.createFile(path, ownersAlone());
        } catch (FileAlreadyExistsException e) {
            return; // another process was quicker
        }
    }

    private FileAttribute<?>[] ownersAlone() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
