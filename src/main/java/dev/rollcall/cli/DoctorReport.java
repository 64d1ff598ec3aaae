package dev.rollcall.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.rollcall.doctor.Diagnosis;
import dev.rollcall.doctor.Diagnosis.Level;
import dev.rollcall.doctor.Prognosis;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was seen, for a person or as JSON. */
final class DoctorReport {

	private static final String INDENTATION = " ".repeat(21);

	private final PrintWriter out;

	DoctorReport(PrintWriter out) {
		this.out = out;
	}

	/** A line for what was seen, and below it what is to be done. */
	void print(Diagnosis diagnosis) {
		this.out.println("%-5s  %-12s  %s%s".formatted(level(diagnosis.level()), word(diagnosis.subject()),
				(diagnosis.place() != null) ? Rollcall.oneLine(diagnosis.place()) + ": " : "",
				Rollcall.oneLine(diagnosis.finding())));
		if (diagnosis.next() != null) {
			String mark = "-> ";
			for (String line : diagnosis.next().split("\n")) {
				this.out.println(INDENTATION + mark + Rollcall.oneLine(line));
				mark = "   ";
			}
		}
		this.out.flush();
	}

	private static String level(Level level) {
		return (level == Level.FAULT) ? "FAULT" : word(level);
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	/** All of it in one document. */
	void print(List<Diagnosis> all, Prognosis prognosis, ExitCode code) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("prognosis", prognosis);
		document.put("exit_code", code.number());
		document.put("diagnoses", all);
		this.out.println(
				JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(document));
		this.out.flush();
	}

	/** The last line. */
	static String conclusion(List<Diagnosis> all, Prognosis prognosis, ExitCode code) {
		String faults = all.stream()
			.filter((diagnosis) -> diagnosis.level() == Level.FAULT)
			.collect(Collectors.groupingBy((diagnosis) -> word(diagnosis.subject()), TreeMap::new,
					Collectors.counting()))
			.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + " " + entry.getValue())
			.collect(Collectors.joining(", "));
		return "rollcall: a night that is run now " + switch (prognosis) {
			case COMPLETE -> "would be published and complete, as far as this can be seen without one";
			case GAPS -> "would be published with gaps";
			case UNREADABLE -> "would not be published: the organization cannot be read, or no account can be entered";
			case UNUSABLE_OUTPUT -> "would not begin: the output cannot be used";
			case REFUSED -> "would not begin: the configuration asks for what cannot be had";
		} + (faults.isEmpty() ? "" : " (faults: " + faults + ")") + " (exit " + code.number() + ")";
	}

}
