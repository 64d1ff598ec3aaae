package dev.rollcall.workbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.rollcall.csf.CsfVersion;
import dev.rollcall.dataset.Database;
import dev.rollcall.dataset.Schema;
import dev.rollcall.dataset.Workspace;
import dev.rollcall.input.BadInputException;
import dev.rollcall.input.JobConfig;
import dev.rollcall.input.Mistakes;
import dev.rollcall.input.Suggestion;

/**
 * The sheets that are listings: the files of {@code reports-templates/sheets}, shipped
 * and own.
 */
public final class Sheets {

	/**
	 * Where a control's evidence is that no sheet shows, and what nobody could look at.
	 */
	static final String COVERAGE = "coverage";

	/** Names of Excel's tables on sheets that are no listings. */
	private static final List<String> TAKEN = List.of("controls", "queries", "missing");

	private final List<ListingSheet> sheets;

	private Sheets(List<ListingSheet> sheets) {
		this.sheets = sheets;
	}

	/**
	 * Reads and checks the files, and tries every statement on a night without rows.
	 * @param sources the names of all sources
	 * @param schemas of all datasets that a night publishes
	 * @param missing datasets that are not among them because of a mistake of their own
	 * @throws BadInputException with a line for each mistake in a file, or where its SQL
	 * does not fit
	 */
	static Sheets load(JobConfig templates, Messages messages, Set<String> sources, Collection<Schema> schemas,
			Set<String> missing) {
		Mistakes mistakes = new Mistakes();
		Map<String, Listing> listings = new LinkedHashMap<>();
		Set<String> refused = new HashSet<>();
		templates.merged("sheets", ".sql", mistakes).files().forEach((file) -> {
			refused.add(file.name());
			mistakes.of(() -> new SheetFile(file).read(sources)).ifPresent((listing) -> {
				listings.put(file.name(), listing);
				refused.remove(file.name());
			});
		});
		listings.values().removeIf((listing) -> listing.below() != null && refused.contains(listing.below()));
		mistakes.pass(() -> Mistakes.forEach(listings.values(), (listing) -> owner(listing, listings)));
		listings.values().removeIf((listing) -> owned(listing, listings).isEmpty());
		Sheets sheets = new Sheets(sheets(listings));
		mistakes.pass(() -> sheets.refuseTakenNames(messages));
		mistakes.pass(() -> sheets.refuseLostLinks(refused));
		mistakes.pass(sheets::inOrderOfLinks);
		try (Workspace workspace = new Workspace(); Database database = new Database(workspace.directory("sheets"))) {
			schemas.forEach(database::table);
			SheetFunctions.define(database, messages.language(), CsfVersion.V2_0);
			SheetCheck check = new SheetCheck(database, messages, missing);
			sheets.sheets
				.forEach((sheet) -> sheet.tables().forEach((table) -> mistakes.pass(() -> check.check(table))));
		}
		mistakes.refuse();
		return sheets;
	}

	private static List<ListingSheet> sheets(Map<String, Listing> listings) {
		Map<String, List<Listing>> tables = new LinkedHashMap<>();
		listings.values().forEach((listing) -> {
			Listing owner = owner(listing, listings);
			Listing worded = (owner == listing) ? listing : listing.with(owner.words());
			tables.computeIfAbsent(owner.name(), (key) -> new ArrayList<>()).add(worded);
		});
		List<ListingSheet> sheets = new ArrayList<>();
		tables.forEach((key, all) -> {
			// The sheet's own table comes first, whatever the order of the others.
			all.sort(Comparator.comparing((Listing table) -> table.sheet() == null)
				.thenComparing(Listing::order)
				.thenComparing(Listing::name));
			SheetText text = all.get(0).sheet();
			if (text != null) {
				sheets.add(new ListingSheet(key, text, all));
			}
		});
		return List.copyOf(sheets);
	}

	/** The listing on whose sheet a listing stands: itself, or one that has a sheet. */
	private static Listing owner(Listing listing, Map<String, Listing> listings) {
		return owned(listing, listings).orElseThrow(() -> {
			String below = String.valueOf(listing.below());
			List<String> known = listings.values()
				.stream()
				.filter((other) -> other.sheet() != null)
				.map(Listing::name)
				.toList();
			return listing.refuse("below", "'" + below + "' makes no sheet; " + Suggestion.of(below, known));
		});
	}

	private static Optional<Listing> owned(Listing listing, Map<String, Listing> listings) {
		return (listing.below() == null) ? Optional.of(listing)
				: Optional.ofNullable(listings.get(listing.below())).filter((owner) -> owner.sheet() != null);
	}

	private void refuseTakenNames(Messages messages) {
		Map<String, String> names = new HashMap<>();
		for (FixedTab tab : FixedTab.values()) {
			names.put(tab.in(messages).name().toLowerCase(Locale.ROOT), "that Rollcall makes");
		}
		Mistakes.forEach(this.sheets, (sheet) -> {
			String name = sheet.tab(messages.language()).name();
			String other = names.putIfAbsent(name.toLowerCase(Locale.ROOT), "of " + sheet.key() + ".sql");
			if (other != null) {
				throw sheet.tables().get(0).refuse("sheet", "'" + name + "' is the name of another sheet, " + other);
			}
			Mistakes.forEach(sheet.tables(), Sheets::refuseTakenName);
		});
	}

	private static void refuseTakenName(Listing table) {
		Set<String> taken = new LinkedHashSet<>(TAKEN);
		for (FixedTab tab : FixedTab.values()) {
			taken.add(tab.key());
		}
		String name = table.name();
		if (taken.contains(name) || name.startsWith("csf-map-") || name.startsWith("chart-")) {
			throw table.refuse("name", "'" + name + "' is taken; another name of the file was expected");
		}
	}

	/**
	 * Holds the names apart from those of the sheets that a template brings.
	 * @throws BadInputException where two sheets would have one name
	 */
	void refuseNamesOf(Template template, Messages messages) {
		Mistakes.forEach(template.furtherSheets(), (further) -> refuseNameOf(further, messages));
	}

	private void refuseNameOf(String further, Messages messages) {
		for (FixedTab tab : FixedTab.values()) {
			if (tab.in(messages).name().equalsIgnoreCase(further)) {
				throw new BadInputException(Template.SHOWN + ": the sheet '" + further
						+ "' has the name of one that Rollcall makes; another name was expected");
			}
		}
		for (ListingSheet sheet : this.sheets) {
			if (sheet.tab(messages.language()).name().equalsIgnoreCase(further)) {
				throw sheet.tables()
					.get(0)
					.refuse("sheet", "'" + further + "' is the name of a sheet of " + Template.SHOWN
							+ "; another name was expected, here or there");
			}
		}
	}

	/** One that leads to what is refused itself is not lost. */
	private void refuseLostLinks(Set<String> refused) {
		Set<String> keys = new LinkedHashSet<>(
				List.of(FixedTab.ACCOUNTS.key(), FixedTab.CSF_MAP.key(), FixedTab.METHOD.key()));
		this.sheets.forEach((sheet) -> keys.add(sheet.key()));
		List<Listing> tables = this.sheets.stream().flatMap((sheet) -> sheet.tables().stream()).toList();
		Mistakes.forEach(tables, (table) -> Mistakes.forEach(table.links(), (link) -> {
			if (!keys.contains(link) && !refused.contains(link)) {
				throw table.refuse("columns", "link: '" + link + "' is no sheet; " + Suggestion.of(link, keys));
			}
		}));
	}

	/** All sheets that are listings, in no order. */
	List<ListingSheet> all() {
		return this.sheets;
	}

	/** All sheets of the workbook, in their order. */
	List<Tab> tabs(Messages messages) {
		List<Tab> tabs = new ArrayList<>();
		for (FixedTab tab : FixedTab.values()) {
			tabs.add(tab.in(messages));
		}
		this.sheets.forEach((sheet) -> tabs.add(sheet.tab(messages.language())));
		tabs.sort(Comparator.comparing(Tab::order).thenComparing(Tab::key));
		return tabs;
	}

	/**
	 * The sheet that shows what was read of any of these sources: the first, else
	 * Coverage.
	 */
	String evidence(List<String> sources) {
		return this.sheets.stream()
			.filter((sheet) -> sheet.sources().stream().anyMatch(sources::contains))
			.min(Comparator.comparing((ListingSheet sheet) -> sheet.text().order()).thenComparing(ListingSheet::key))
			.map(ListingSheet::key)
			.orElse(COVERAGE);
	}

	/** The listings' sheets so that each comes after those that its rows lead to. */
	List<ListingSheet> inOrderOfLinks() {
		Map<String, ListingSheet> done = new LinkedHashMap<>();
		this.sheets.forEach((sheet) -> follow(sheet, done, new LinkedHashSet<>()));
		return List.copyOf(done.values());
	}

	private void follow(ListingSheet sheet, Map<String, ListingSheet> done, Set<String> from) {
		if (done.containsKey(sheet.key())) {
			return;
		}
		if (!from.add(sheet.key())) {
			List<String> circle = List.copyOf(from);
			throw sheet.tables()
				.get(0)
				.refuse("columns",
						"link: leads back to itself by way of "
								+ circle.subList(circle.indexOf(sheet.key()), circle.size())
								+ "; a sheet can only lead to rows that are written before its own");
		}
		this.sheets.stream().filter((other) -> leads(sheet, other)).forEach((other) -> follow(other, done, from));
		from.remove(sheet.key());
		done.put(sheet.key(), sheet);
	}

	private static boolean leads(ListingSheet sheet, ListingSheet other) {
		boolean evidence = sheet.leadsToEvidence() && other != sheet
				&& (!other.sources().isEmpty() || other.key().equals(COVERAGE));
		return evidence || sheet.links().contains(other.key());
	}

}
