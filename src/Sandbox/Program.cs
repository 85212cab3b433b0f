using HealthBao.Sandbox;
using HealthBao.Sandbox.Composition;

return args is ["part"] ? await PartProcess.RunAsync() : await SandboxCommand.RunAsync(args);
