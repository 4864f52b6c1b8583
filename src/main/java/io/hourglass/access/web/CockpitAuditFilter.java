package io.hourglass.access.web;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.kernel.text.StoredText;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes in the ledger the calls that change something in the engine, made from Cockpit, which asks for no reason: method
 * and body as they were sent, so that suspending and resuming can be told apart. A call is recorded before it is executed,
 * so that nothing is done without a note; what the engine then refuses is noted once more, with the status of its answer.
 */
final class CockpitAuditFilter extends OncePerRequestFilter {

    private static final String API = "/camunda/api/";
    private static final int LONGEST_BODY = 1000;

    private final Actions actions;
    private final TransactionOperations transactions;

    CockpitAuditFilter(Actions actions, TransactionOperations transactions) {
        this.actions = actions;
        this.transactions = transactions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !CockpitCalls.acts(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = request.getInputStream().readAllBytes();
        var call = request.getMethod() + " " + inLedger(body);
        note(request, call);
        var status = HttpStatus.INTERNAL_SERVER_ERROR.value();
        try {
            chain.doFilter(new Read(request, body), response);
            status = response.getStatus();
        } finally {
            if (status >= HttpStatus.BAD_REQUEST.value()) {
                note(request, status + " " + call);
            }
        }
    }

    private void note(HttpServletRequest request, String details) {
        var path = request.getRequestURI();
        var about = path.startsWith(API) ? path.substring(API.length()) : path;
        transactions.executeWithoutResult(all -> actions.note(Action.CALL_THE_ENGINE, about, details));
    }

    private static String inLedger(byte[] body) {
        return StoredText.keptLine(new String(body, StandardCharsets.UTF_8), LONGEST_BODY);
    }

    /** The request with its body, which has been read, before it once more. */
    private static final class Read extends HttpServletRequestWrapper {

        private final byte[] body;

        private Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Again(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Again extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        private Again(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body has been read");
        }
    }
}
