using HealthBao.HealthCode;
using HealthBao.HealthCode.Commands;

if (CommandLine.AsksForHelp(args))
{
    await Console.Out.WriteLineAsync(CommandLine.Help);
    return 0;
}

if (args is ["ok", { } counted]) return await OkCommand.RunAsync(counted);
if (args is ["import", { } delivered, ..]) return await ImportCommand.RunAsync(delivered, new ConfigurationBuilder().AddCommandLine(args[2..]).Build(), TimeProvider.System);
if (args is [[not '-', ..], ..])
{
    await Console.Error.WriteLineAsync(CommandLine.Help);
    return 2;
}

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
await using var app = HealthCodeApp.Build(builder);
await app.RunAsync();
return 0;
