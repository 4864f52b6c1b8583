package io.hourglass.access.input;

import io.hourglass.access.pages.PageWanted;
import io.hourglass.access.pages.SentForm;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Reads no more of a request than the limit; one whose length says so is refused immediately, unless it is a form. */
public final class BodyLimit extends OncePerRequestFilter {

    /** Where files come in, which nobody holds in memory. */
    private static final String FILES = "/api/imports";

    /** Where mail servers hand over what they received. */
    private static final String MAILS = "/api/incoming/";

    private final DataSize any;
    private final DataSize ofFiles;
    private final DataSize ofMails;
    private final UnreadInput unread;

    public BodyLimit(DataSize any, DataSize ofFiles, DataSize ofMails, UnreadInput unread) {
        this.any = any;
        this.ofFiles = ofFiles;
        this.ofMails = ofMails;
        this.unread = unread;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limit(request);
        if (request.getContentLengthLong() > limit.toBytes() && !isReadUpToTheLimit(request)) {
            unread.tooLong(request, response, new MaxUploadSizeExceededException(limit.toBytes()));
        } else {
            chain.doFilter(new Limited(request, limit.toBytes()), response);
        }
    }

    private DataSize limit(HttpServletRequest request) {
        var type = request.getContentType();
        if (FILES.equals(request.getRequestURI())) {
            return ofFiles;
        }
        return type != null
                        && type.startsWith("message/rfc822")
                        && request.getRequestURI().startsWith(MAILS)
                ? ofMails
                : any;
    }

    /** A form of a page: what it holds is shown again. */
    private static boolean isReadUpToTheLimit(HttpServletRequest request) {
        return SentForm.isOne(request) && request.getContentType() != null && PageWanted.by(request);
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit);
        }
    }

    /** The body, up to the limit; beyond it reading fails, and the call with it. */
    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private long left;

        Counted(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            var read = body.read();
            take(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var read = body.read(into, from, length);
            take(Math.max(read, 0));
            return read;
        }

        private void take(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new MaxUploadSizeExceededException(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
