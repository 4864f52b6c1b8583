package io.hourglass.access.web;

import io.hourglass.access.FormTargets;
import io.hourglass.access.Settings;
import io.hourglass.access.accounts.SampleAccess;
import io.hourglass.access.accounts.SampleProgress;
import io.hourglass.access.accounts.SignIn;
import io.hourglass.access.addresses.AmbiguousAddresses;
import io.hourglass.access.addresses.StrictPathFirewall;
import io.hourglass.access.callers.Role;
import io.hourglass.access.input.BodyLimit;
import io.hourglass.access.input.StrictInput;
import io.hourglass.access.input.UnreadInput;
import io.hourglass.access.keys.KeyRing;
import io.hourglass.access.log.DoorLog;
import io.hourglass.access.login.FailedLogin;
import io.hourglass.access.login.LateLogin;
import io.hourglass.access.login.LoggedSessions;
import io.hourglass.access.login.SessionLife;
import io.hourglass.access.oidc.ClaimedCallers;
import io.hourglass.access.oidc.OidcPeople;
import io.hourglass.access.pages.ProgramsCall;
import io.hourglass.access.pages.RefusalPage;
import io.hourglass.access.proofs.ApiKeyFilter;
import io.hourglass.access.proofs.CallerToken;
import io.hourglass.access.proofs.FailedProofs;
import io.hourglass.access.proofs.FailedSignatures;
import io.hourglass.access.proofs.LoggedCalls;
import io.hourglass.access.proofs.LoginThrottle;
import io.hourglass.access.proofs.PasswordCheck;
import io.hourglass.access.proofs.Proven;
import io.hourglass.access.proofs.Refusals;
import io.hourglass.access.proofs.RequestLimit;
import io.hourglass.access.proofs.StaleSessionFilter;
import io.hourglass.audit.actions.Actions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Five filter chains, tried in turn: public addresses without authentication; calls that are signed; programs, which send credentials
 * with each call; Cockpit; and people, who have a session. Whatever none of them names is closed.
 */
@Configuration
@ConditionalOnWebApplication
class SecurityConfiguration {

    private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
    private static final String[] OPEN = {
        "/alternatives/**",
        "/mail/**",
        "/badges/**",
        "/webjars/**",
        "/_static/**",
        "/bpmn-js/**",
        "/scripts/**",
        "/hourglass.css",
        "/hourglass.svg",
        "/inquiry.svg",
        "/actuator/health",
        "/actuator/health/*",
        "/error"
    };
    private static final String[] DESCRIPTION = {
        "/openapi", "/openapi.json", "/openapi.json/swagger-config", "/swagger-ui/**"
    };

    private final Settings settings;
    private final RequestLimit limit;
    private final Refusals refusals;
    private final UnreadInput unread;
    private final HandlerExceptionResolver problems;
    private final RefusalPage page;
    private final SampleProgress progress;

    SecurityConfiguration(
            Settings settings,
            Clock clock,
            Refusals refusals,
            UnreadInput unread,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            RefusalPage page,
            SampleProgress progress) {
        this.settings = settings;
        this.limit = new RequestLimit(settings.requestsPerSecond(), clock, refusals);
        this.refusals = refusals;
        this.unread = unread;
        this.problems = problems;
        this.page = page;
        this.progress = progress;
    }

    @Bean
    @Order(1)
    SecurityFilterChain openToAll(HttpSecurity http) throws Exception {
        return guarded(http)
                .addFilterAfter(limit, HeaderWriterFilter.class)
                .securityMatcher(OPEN)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .authorizeHttpRequests(doors -> doors.anyRequest().permitAll())
                .build();
    }

    /** Without a limit of requests, as systems with a key: a shop's chat tells in bursts, and once. */
    @Bean
    @Order(2)
    SecurityFilterChain signed(HttpSecurity http, Clock clock, Proven proven) throws Exception {
        return guarded(http)
                .addFilterAfter(new FailedSignatures(clock, proven, refusals), HeaderWriterFilter.class)
                .securityMatcher(Rules.SIGNED)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(doors -> doors.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain machines(
            HttpSecurity http,
            KeyRing keys,
            ObjectProvider<JwtDecoder> tokens,
            ClaimedCallers claimed,
            LoginThrottle throttle,
            Proven proven)
            throws Exception {
        if (tokens.getIfAvailable() != null) {
            var bearer = new DefaultBearerTokenResolver();
            http.oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
                    .bearerTokenResolver(call -> ProgramsCall.key(call).isPresent() ? null : bearer.resolve(call))
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(
                            token -> new CallerToken(claimed.caller(token.getClaims())))));
        }
        return guarded(http)
                .securityMatcher(SecurityConfiguration::bringsProof)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .addFilterBefore(limit, AuthorizationFilter.class)
                .addFilterBefore(new FailedProofs(throttle, proven, refusals), BearerTokenAuthenticationFilter.class)
                .addFilterBefore(new ApiKeyFilter(keys, refusals), BearerTokenAuthenticationFilter.class)
                .authorizeHttpRequests(doors -> {
                    Rules.apply(doors);
                    doors.requestMatchers(DESCRIPTION).permitAll().anyRequest().denyAll();
                })
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain cockpit(HttpSecurity http, SignIn accounts) throws Exception {
        return guarded(http)
                .addFilterAfter(limit, HeaderWriterFilter.class)
                .addFilterBefore(new StaleSessionFilter(accounts), AnonymousAuthenticationFilter.class)
                .securityMatcher(request -> isBelow(request, "/camunda") || isBelow(request, "/engine-rest"))
                .csrf(AbstractHttpConfigurer::disable) // the engine's web applications have their own
                .headers(AbstractHttpConfigurer::disable) // and their own headers
                .authorizeHttpRequests(doors -> doors.requestMatchers(CockpitCalls::reads)
                        .hasAnyAuthority(Role.OPERATIONS.authority(), Role.AUDITOR.authority())
                        .requestMatchers(CockpitCalls::acts)
                        .hasAuthority(Role.OPERATIONS.authority())
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refused -> refused.accessDeniedHandler(refusals::closed)
                        .defaultAuthenticationEntryPointFor(refusals, request -> !isBelow(request, "/camunda/app"))
                        .defaultAuthenticationEntryPointFor(
                                new SignInFirst(refusals), request -> isBelow(request, "/camunda/app")))
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain people(
            HttpSecurity http,
            SignIn accounts,
            ObjectProvider<ClientRegistrationRepository> providers,
            OidcPeople oidc,
            LoggedSessions log,
            List<FormTargets> forms)
            throws Exception {
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/login").userInfoEndpoint(user -> user.oidcUserService(oidc)));
        }
        var api = PathPatternRequestMatcher.withDefaults().matcher("/api/**");
        var pages = new HttpSessionRequestCache(); // to which a login leads back
        pages.setMatchingRequestParameterName(null); // the address stays as it was asked for
        pages.setRequestMatcher(new AndRequestMatcher(SignInFirst::looks, new NegatedRequestMatcher(api)));
        return guarded(http)
                .addFilterAfter(limit, HeaderWriterFilter.class)
                .addFilterBefore(new StaleSessionFilter(accounts), AnonymousAuthenticationFilter.class)
                .requestCache(cache -> cache.requestCache(pages))
                .headers(headers -> headers.addHeaderWriter(new ContentPolicy(forms)))
                .formLogin(login ->
                        login.loginPage("/login").defaultSuccessUrl("/").failureHandler(new FailedLogin(log)))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .exceptionHandling(
                        refused -> refused.accessDeniedHandler(new LateLogin(new UnservedAddresses(refusals, page)))
                                .authenticationEntryPoint(new SignInFirst(refusals)))
                .authorizeHttpRequests(doors -> {
                    Rules.apply(doors);
                    doors.requestMatchers(DESCRIPTION)
                            .permitAll()
                            .requestMatchers("/")
                            .authenticated()
                            .requestMatchers(Rules.FOR_ANYBODY.toArray(String[]::new))
                            .permitAll()
                            .anyRequest()
                            .denyAll();
                })
                .build();
    }

    /** Addresses are matched as the controllers' are, and not by asking for the controller first. */
    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean addressPatterns() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    @Bean
    AuthenticationManager authenticationManager(PasswordCheck passwords) {
        return new ProviderManager(passwords);
    }

    /** A token that never ends cannot be taken back. */
    @Bean
    OAuth2TokenValidator<Jwt> tokensThatEnd() {
        return new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull);
    }

    @Bean
    HttpFirewall firewall() {
        return new StrictPathFirewall();
    }

    @Bean
    AmbiguousAddresses ambiguousAddresses() {
        return new AmbiguousAddresses(limit, refusals);
    }

    @Bean
    FilterRegistrationBean<AmbiguousAddresses> ambiguousAddressesFirst(AmbiguousAddresses ambiguous) {
        var first = new FilterRegistrationBean<>(ambiguous);
        first.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return first;
    }

    @Bean
    ServletContextInitializer sessions(SampleAccess sample) {
        return context -> {
            context.addListener(new SessionLife());
            var cookie = context.getSessionCookieConfig();
            cookie.setSecure(settings.secureCookies() && !sample.isSample());
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
        };
    }

    @Bean
    FilterRegistrationBean<CockpitAuditFilter> callsFromCockpit(Actions actions, TransactionOperations transactions) {
        var notes = new FilterRegistrationBean<>(new CockpitAuditFilter(actions, transactions));
        notes.addUrlPatterns("/camunda/api/*");
        notes.setOrder(Ordered.LOWEST_PRECEDENCE); // who calls is known by then
        return notes;
    }

    @Bean
    FilterRegistrationBean<LoggedCalls> loggedCalls(DoorLog log) {
        var calls = new FilterRegistrationBean<>(new LoggedCalls(log));
        calls.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 2);
        return calls;
    }

    private HttpSecurity guarded(HttpSecurity http) throws Exception {
        return http.addFilterBefore(
                        new BodyLimit(settings.bodyLimit(), settings.fileLimit(), settings.mailLimit(), unread),
                        HeaderWriterFilter.class)
                .addFilterBefore(new StrictInput(unread), HeaderWriterFilter.class)
                .addFilterBefore(new DatabaseUnavailableFilter(problems, page), HeaderWriterFilter.class)
                .addFilterAfter(new WhileLoading(progress, refusals), HeaderWriterFilter.class)
                .addFilterBefore(SecurityConfiguration::rememberWho, AuthorizationFilter.class)
                .exceptionHandling(refused -> refused.accessDeniedHandler(refusals))
                .headers(
                        headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.PLAIN))
                                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS)));
    }

    private static void rememberWho(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest call) {
            LoggedCalls.calledBySomebody(call);
        }
        chain.doFilter(request, response);
    }

    private static boolean bringsProof(HttpServletRequest request) {
        return !isBelow(request, "/camunda") && !isBelow(request, "/engine-rest") && ProgramsCall.isOne(request);
    }

    /** By the address as it was sent: patterns do not match what the engine's own servlets serve. */
    private static boolean isBelow(HttpServletRequest request, String path) {
        var asked = request.getRequestURI();
        return asked.equals(path) || asked.startsWith(path + "/") || asked.startsWith(path + ";");
    }
}
