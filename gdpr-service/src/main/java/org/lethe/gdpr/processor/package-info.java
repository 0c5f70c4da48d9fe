/** Who the processor is to the outside: its domain, its certificate, and its signature. */
@NullMarked
package org.lethe.gdpr.processor;

import org.jspecify.annotations.NullMarked;
