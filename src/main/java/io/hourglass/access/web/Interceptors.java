package io.hourglass.access.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration
class Interceptors implements WebMvcConfigurer {

    private final OwnershipInterceptor ownThings;

    Interceptors(OwnershipInterceptor ownThings) {
        this.ownThings = ownThings;
    }

    /** Each address has answers of one form, so that what a caller would rather have decides nothing. */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer types) {
        types.strategies(List.of(request -> ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new IdsAsWritten());
        registry.addInterceptor(ownThings);
    }
}
