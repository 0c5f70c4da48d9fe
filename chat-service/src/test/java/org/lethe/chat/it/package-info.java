/** The service as its clients see it, against real Redis, Kafka and Keycloak. */
@NullMarked
package org.lethe.chat.it;

import org.jspecify.annotations.NullMarked;
