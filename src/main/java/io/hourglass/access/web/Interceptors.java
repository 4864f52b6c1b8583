package io.hourglass.access.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration
class Interceptors implements WebMvcConfigurer {

    private final OwnThings ownThings;

    Interceptors(OwnThings ownThings) {
        this.ownThings = ownThings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new IdsAsWritten());
        registry.addInterceptor(ownThings);
    }
}
