package io.hourglass;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Hourglass {

    public static void main(String[] args) {
        SpringApplication.run(Hourglass.class, args);
    }
}
