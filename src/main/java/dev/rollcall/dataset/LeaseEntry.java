package dev.rollcall.dataset;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a lease says of its owner. No time stands in it: clocks differ.
 *
 * @param owner the run
 * @param process where it runs: process id and host
 * @param renewals how often it was renewed; one that is not renewed has no living owner
 * @param released whether its owner has given it back
 */
record LeaseEntry(String owner, String process, long renewals, boolean released) {

	static LeaseEntry of(String owner) {
		return new LeaseEntry(owner, ManagementFactory.getRuntimeMXBean().getPid() + "@" + host(), 0, false);
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "unknown";
		}
	}

	/** What an object says; null where it says nothing that a lease would. */
	static @Nullable LeaseEntry parse(byte[] content) {
		try {
			return JsonMapper.shared().readValue(content, LeaseEntry.class);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	LeaseEntry renewed() {
		return new LeaseEntry(this.owner, this.process, this.renewals + 1, false);
	}

	LeaseEntry givenBack() {
		return new LeaseEntry(this.owner, this.process, this.renewals + 1, true);
	}

	byte[] toJson() {
		return JsonMapper.shared().writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
	}

}
