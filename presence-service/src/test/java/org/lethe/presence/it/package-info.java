/** The service on real Redis, Kafka and Keycloak. */
@NullMarked
package org.lethe.presence.it;

import org.jspecify.annotations.NullMarked;
