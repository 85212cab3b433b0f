using HealthBao.Hub;

if (args.Contains("--help"))
{
    Console.WriteLine("""
        The hub of HealthBao: verifies passes, forwards to the regions' adapters.

          dotnet run --project src/Hub [-- --urls http://127.0.0.1:8000] [--Hub:DataDirectory data/hub] [--Storage:Provider postgres]

        Settings come from appsettings.json, the environment (Hub__PublicAddress …) and the command line, in this order;
        docs/operations.md lists them.
        """);
    return;
}

// Watching the settings' directory for changes costs every write below it, and the data lie there by default; nothing is read anew while running.
var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
builder.WebHost.UseUrls(builder.Configuration["urls"] ?? "http://127.0.0.1:8000");
HubHost.Build(builder).Run();
