using HealthBao.Adapters;
using HealthBao.Adapters.Settings;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var command = CommandLine.Read(args, builder.Configuration, RegionCatalog.Of(typeof(AdapterHost).Assembly));
if (command.Region is not { } region)
{
    await (command.ExitCode == 0 ? Console.Out : Console.Error).WriteLineAsync(command.Message);
    return command.ExitCode;
}

RegionConfiguration.Use(builder.Configuration, region.Code);
await using var app = AdapterHost.Build(builder, region);
await app.RunAsync();
return 0;
