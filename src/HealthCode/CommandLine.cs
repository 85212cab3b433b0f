namespace HealthBao.HealthCode;

/// <summary>What <c>--help</c> says.</summary>
internal static class CommandLine
{
    public static bool AsksForHelp(string[] args) => args.Any(a => a is "--help" or "-h" or "-?");

    public static string Help =>
        """
        Usage: HealthBao.HealthCode [--urls <address>] [--Section:Key <value>]...
               HealthBao.HealthCode import <file> --office <code> --secret-file <path> [--address <address>]
               HealthBao.HealthCode ok <file>
        A region's own health-code system (健康宝): feeds, determination, enquiry, the native interface.
        import delivers a file and its .ok to a running system and shows how far it is: 0 in force, 1 refused, 2 usage.
        ok writes the .ok beside a file: its rows and its SM3.
        Settings come from appsettings.json, the environment (Section__Key) and the command line:
          HealthCode  Region, DataDirectory, Telephone, TrustedProxies
          Storage     Provider (sqlite, postgres), ConnectionString
          Offices     a list of Code and Secret: who may deliver feeds and decide
          Partner     AppId and Secret of the adapter that asks
          Feeds       RegistrationMaxDays, TripsMaxDays, MassChange, MaxFaults, Readers, DropFolder
          Proofing    MatchAt, HandAt, Steps, Minutes, MaxImageBytes, MaxPixels, AttemptsPerPerson, AttemptsPerDevice, Workers, Waiting, StaffedHours, StaffedPerDay
          Sessions    PerPerson, UnusedDays
          Tickets     hours until an answer is due, desks' hours and days, terms, bounds of evidence
          Notices     Adapter, Secret: whom changes are told
        docs/healthcode.md describes the feeds' files and calls.
        """;
}
